"""The titles at the head of an announcement: what they name tells what it announces."""

import re

_HEAD = 1500
_TITLE_JA = r"^[^\n]{0,120}(?:お知らせ|ご案内)[^\n]{0,20}$"
_TITLE_EN = r"^\W{0,3}(?:Notice|Announcement)\b(?![^\n]*record date)(?! date)[^\n]{0,160}$"
_TITLE = re.compile(f"{_TITLE_JA}|{_TITLE_EN}", re.MULTILINE)
#: A row of a table, and a sentence of the body, are no titles.
_ROW = re.compile(r"\.{3}|[:=]|\t")
_BODY = re.compile(r"。|[をが](?:公表|行|実施)")

#: Words of a title that name no matter.
_GENERAL = re.compile(
    r"お知らせ|ご案内|重要な?|大切な?|新着|最新"
    r"|各位|株主|投資家|お客|の?皆様?|皆さ?ま|さま|様"
    r"|[Iil1][Rr]|ニュース|リリース|情報|一覧|に関する|への?|から|[\W_\d]"
    r"|Notice|Announcement",
    re.IGNORECASE,
)
#: A text that is one line, whose title has no end of its own, and what leads to a title on a page.
_LONG = 300
_CRUMB = re.compile(r"[>»/|]")
_FLOWING = re.compile(r"([^。\n]{0,300}?(?:お知らせ|ご案内))(?![」』])")

#: The first lines of a title that has several: neither sentences nor names of the head.
_ABOVE = re.compile(r"[^\n。:\d]{12,80}")
_OF_HEAD = re.compile(r"会社|代表|コード|問合|電話|TEL|各位|投資法人|取締役|\)$")


def titles(text: str) -> list[str]:
    """The titles at the head of a text; of one that is a single line what ends like one."""
    lines = [_whole(text, match) for match in _TITLE.finditer(text[:_HEAD])]
    found = [title for title in lines if not _BODY.search(title) and not _ROW.search(title) and _names_a_matter(title)]
    is_one_line = len(text.split("\n", 1)[0]) >= min(_LONG, len(text) - 1)
    flowing = _FLOWING.match(text) if is_one_line and not found else None
    return [flowing[1]] if flowing else found


def _whole(text: str, match: re.Match[str]) -> str:
    """A title with the lines above that belong to it."""
    lines = [match[0]]
    for line in reversed(text[: match.start()].rstrip("\n").split("\n")[-2:]):
        if not _ABOVE.fullmatch(line.strip()) or _OF_HEAD.search(line):
            break
        lines.insert(0, line.strip())
    return "".join(lines)


def _names_a_matter(title: str) -> bool:
    return len(_GENERAL.sub("", _CRUMB.split(title)[-1])) > 1
