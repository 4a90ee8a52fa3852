; The installer for Windows, made by Inno Setup 6 from the folder that build.py made:
;   iscc /DAppVersion=1.0.0 /DProgram=..\..\..\dist\bunkatsu /O..\..\..\dist bunkatsu.iss
#ifndef AppVersion
  #error Say /DAppVersion=, the version in desktop/__init__.py
#endif
#ifndef Program
  #define Program "..\..\..\dist\bunkatsu"
#endif

[Setup]
; Says to Windows which program a later version replaces; never changed.
AppId={{6E6C3B34-9C0B-4F57-9E0E-6D3C5A5B7A21}
AppName=Bunkatsu
AppVersion={#AppVersion}
AppVerName=Bunkatsu {#AppVersion}
VersionInfoVersion={#AppVersion}
AppPublisher=Bunkatsu
DefaultDirName={autopf}\Bunkatsu
DisableProgramGroupPage=yes
; For one person without being asked for an administrator, or for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
SetupIconFile=..\icons\program.ico
UninstallDisplayIcon={app}\bunkatsuw.exe
OutputBaseFilename=bunkatsu-{#AppVersion}-windows
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ShowLanguageDialog=auto

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ja"; MessagesFile: "compiler:Languages\Japanese.isl"

[CustomMessages]
en.Scenario=Bunkatsu scenario
ja.Scenario=Bunkatsu シナリオ
en.About=Stock-split calculator
ja.About=株式分割計算

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked
Name: "association"; Description: "{cm:AssocFileExtension,Bunkatsu,.bunkatsu}"

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "..\icons\document.ico"; DestDir: "{app}"; Flags: ignoreversion

[InstallDelete]
; Nothing of an older version stays among the files of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{autoprograms}\Bunkatsu"; Filename: "{app}\bunkatsuw.exe"; Comment: "{cm:About}"
Name: "{autodesktop}\Bunkatsu"; Filename: "{app}\bunkatsuw.exe"; Comment: "{cm:About}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.bunkatsu"; ValueType: string; ValueData: "Bunkatsu.Scenario"; Flags: uninsdeletevalue uninsdeletekeyifempty; Tasks: association
Root: HKA; Subkey: "Software\Classes\.bunkatsu"; ValueType: string; ValueName: "Content Type"; ValueData: "application/x-bunkatsu"; Flags: uninsdeletevalue uninsdeletekeyifempty; Tasks: association
Root: HKA; Subkey: "Software\Classes\.bunkatsu\OpenWithProgids"; ValueType: none; ValueName: "Bunkatsu.Scenario"; Flags: uninsdeletevalue uninsdeletekeyifempty; Tasks: association
Root: HKA; Subkey: "Software\Classes\Bunkatsu.Scenario"; ValueType: string; ValueData: "{cm:Scenario}"; Flags: uninsdeletekey; Tasks: association
Root: HKA; Subkey: "Software\Classes\Bunkatsu.Scenario\DefaultIcon"; ValueType: string; ValueData: "{app}\document.ico"; Tasks: association
Root: HKA; Subkey: "Software\Classes\Bunkatsu.Scenario\shell\open\command"; ValueType: string; ValueData: """{app}\bunkatsuw.exe"" ""%1"""; Tasks: association

[Run]
Filename: "{app}\bunkatsuw.exe"; Description: "{cm:LaunchProgram,Bunkatsu}"; Flags: nowait postinstall skipifsilent
