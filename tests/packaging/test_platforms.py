"""What each system is told of the program: its files agree with one another, and with the program."""

import ast
import configparser
import plistlib
import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import contents
import deb
import platforms
import pytest
from PySide6.QtGui import QImage

import desktop
from desktop.document.scenario_file import FORMAT

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "resources" / "packaging"
LINUX, ICONS = PACKAGING / "linux", PACKAGING / "icons"
ISS = PACKAGING / "windows" / "bunkatsu.iss"
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
SPEC = (PACKAGING / "bunkatsu.spec").read_text("utf-8")


# ---- Linux


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters="=")
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys are told apart by their case
    parser.read(LINUX / "bunkatsu.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_menu_entry_starts_the_program_and_opens_its_files() -> None:
    assert entry()["Exec"] == "bunkatsu %f"
    assert entry()["MimeType"] == f"{platforms.MEDIA_TYPE};"
    assert entry()["Icon"] == Path(deb.ICON_NAMES["program"]).name
    assert all(f"{key}[ja]" in entry() for key in ("GenericName", "Comment", "Keywords"))


def test_files_of_the_program_are_known_by_their_ending() -> None:
    kind = ET.parse(LINUX / "bunkatsu.mime.xml").getroot()[0]  # noqa: S314  # ours
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert kind.get("type") == platforms.MEDIA_TYPE
    assert [glob.get("pattern") for glob in kind.iter(f"{space}glob")] == [f"*.{FORMAT}"]
    assert [icon.get("name") for icon in kind.iter(f"{space}icon")] == [Path(deb.ICON_NAMES["document"]).name]


def test_software_centres_are_told_this_version() -> None:
    described = ET.parse(LINUX / "bunkatsu.metainfo.xml").getroot()  # noqa: S314  # ours
    releases = [release.get("version") for release in described.iter("release")]
    assert releases[0] == desktop.__version__ == platforms.version(ROOT / "desktop")
    assert [place.text for place in described.iter("launchable")] == ["bunkatsu.desktop"]
    assert [kind.text for kind in described.iter("mediatype")] == [platforms.MEDIA_TYPE]


def test_the_package_puts_down_no_file_that_is_missing() -> None:
    assert all((LINUX / name).is_file() for name in deb.PLACES)
    assert all((ICONS / f"{name}.svg").is_file() for name in deb.ICON_NAMES)


@pytest.mark.parametrize("name", ["program", "document"])
def test_icons_are_of_the_sizes_they_say(name: str) -> None:
    sides = [int(path.stem.rpartition("-")[2]) for path in ICONS.glob(f"{name}-*.png")]
    assert {16, 32, 48, 256} <= set(sides)
    for side in sides:
        image = QImage(str(ICONS / f"{name}-{side}.png"))
        assert (image.width(), image.height()) == (side, side)
    kinds = struct.unpack("<HHH", (ICONS / f"{name}.ico").read_bytes()[:6])
    assert kinds == (0, 1, 9)
    content = (ICONS / f"{name}.icns").read_bytes()
    assert content[:8] == b"icns" + struct.pack(">I", len(content))


# ---- macOS


def test_the_bundle_says_that_it_opens_scenarios() -> None:
    told = plistlib.loads(plistlib.dumps(dict(platforms.property_list("1.2.3"))))
    (opened,), (exported,) = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    assert opened["LSItemContentTypes"] == [exported["UTTypeIdentifier"]] == [contents.FILE_TYPE]
    assert exported["UTTypeTagSpecification"]["public.filename-extension"] == [FORMAT]
    assert exported["UTTypeTagSpecification"]["public.mime-type"] == [platforms.MEDIA_TYPE]
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == "1.2.3"
    assert told["CFBundleLocalizations"] == ["en", "ja"]
    assert f'("{opened["CFBundleTypeIconFile"]}", str(ICONS / "document.icns")' in SPEC
    assert 'program("bunkatsu", console=sys.platform != "darwin")' in SPEC  # else it would have no window


# ---- Windows


def test_the_version_resource_says_the_version_and_the_name() -> None:
    call = ast.parse(platforms.version_resource("1.2.3", "bunkatsuw").strip(), mode="eval").body
    said = {
        node.args[0].value: node.args[1].value
        for node in ast.walk(call)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "StringStruct"
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[1], ast.Constant)
    }
    assert said["ProductVersion"] == said["FileVersion"] == "1.2.3"
    assert said["OriginalFilename"] == "bunkatsuw.exe"
    assert "filevers=(1, 2, 3, 0)" in ast.unparse(call)


def script() -> dict[str, list[str]]:
    """The lines of the installer's script by section, without comments and directives."""
    sections: dict[str, list[str]] = {}
    current = list[str]()
    for line in ISS.read_text("utf-8-sig").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line.strip() and not line.lstrip().startswith((";", "#")):
            current.append(line)
    return sections


def parameters(line: str) -> dict[str, str]:
    """The parameters of a line, such as `Name: "a"; Flags: b`; fails on what Inno Setup would not take."""
    part = r'(\w+): ((?:"(?:[^"]|"")*"|[^";]+)+)'
    assert re.fullmatch(rf"{part}(?:; {part})*", line), line
    return {key: value.strip('"') for key, value in re.findall(part, line)}


def test_the_installer_is_written_as_inno_setup_reads_it() -> None:
    assert ISS.read_bytes().startswith(b"\xef\xbb\xbf")  # else it is taken for the code page of the machine
    sections = script()
    for name in ("Languages", "Tasks", "Files", "InstallDelete", "Icons", "Registry", "Run"):
        for line in sections[name]:
            assert parameters(line)
    settings = dict(line.split("=", 1) for line in sections["Setup"])
    assert re.fullmatch(r"\{\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", settings["AppId"])
    assert settings["AppVersion"] == "{#AppVersion}"
    assert (ISS.parent / settings["SetupIconFile"].replace("\\", "/")).is_file()


def test_the_installer_speaks_both_languages() -> None:
    own = [line.split("=", 1)[0].split(".") for line in script()["CustomMessages"]]
    assert {word for language, word in own if language == "en"} == {word for language, word in own if language == "ja"}
    used = set(re.findall(r"\{cm:(\w+)", ISS.read_text("utf-8-sig")))
    inno = {"AdditionalIcons", "AssocFileExtension", "CreateDesktopIcon", "LaunchProgram"}
    assert used <= inno | {word for _, word in own}


def test_the_installer_takes_files_that_are_there_and_names_the_program_as_it_is_built() -> None:
    text = ISS.read_text("utf-8-sig")
    for line in script()["Files"]:
        source = parameters(line)["Source"]
        assert source.startswith("{#Program}") or (ISS.parent / source.replace("\\", "/")).is_file()
    assert {f"{name}.exe" for name in re.findall(r'program\("(\w+)"', SPEC)} >= set(re.findall(r"(\w+\.exe)", text))
    tasks = {parameters(line)["Name"] for line in script()["Tasks"]}
    asked = {task for lines in script().values() for line in lines for task in re.findall(r"; Tasks: (\w+)", line)}
    assert asked == tasks
    assert f'"Software\\Classes\\.{FORMAT}"' in text
    assert platforms.MEDIA_TYPE in text


# ---- the release


def test_the_release_builds_for_every_system_with_scripts_that_are_there() -> None:
    yaml = pytest.importorskip("yaml")
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    assert set(jobs["release"]["needs"]) == jobs.keys() - {"release"} == {"linux", "windows", "macos"}
    commands = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    scripts = {name for run in commands for name in re.findall(r"resources[/\\]packaging[/\\][\w/\\.]+\.\w+", run)}
    assert scripts
    assert all((ROOT / name.replace("\\", "/")).is_file() for name in scripts)
    for name in ("linux", "windows", "macos"):
        runs = " ".join(step.get("run", "") for step in jobs[name]["steps"])
        assert re.search(r"pip install \.\[package\].*build\.py dist.*try_program\.py", runs, re.DOTALL), name


def test_the_release_installs_on_linux_what_the_package_depends_on() -> None:
    installed = re.findall(r"--no-install-recommends ([\w .-]+)", WORKFLOW.read_text("utf-8"))[0].split()
    assert set(installed) <= {*deb.PACKAGES.values(), *deb.JAPANESE_FONT.split(" | ")}
