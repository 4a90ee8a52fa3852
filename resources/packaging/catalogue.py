"""The message catalogues: `python resources/packaging/catalogue.py update` or `check`.

English literals at declarations are the messages. They are found by the name of what is called and the
place of the argument, so that the domain needs no translation machinery.
"""

import ast
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "desktop"
TEMPLATE = ROOT / "translations" / "bunkatsu.pot"
COMMAND = "python resources/packaging/catalogue.py update"

#: What is called (the last part of a dotted name): the place and the name of each argument that is a message.
KEYWORDS: dict[str, dict[int, str]] = {
    "N_": {0: "message"},
    "text": {0: "message"},
    "plural": {0: "singular", 1: "plural"},  # the two are one message
    "Message": {0: "text"},
    "term": {0: "label", 1: "hint", 99: "line"},  # `line` is given by its name alone
    "Unit": {0: "text"},
    "Option": {1: "text"},
    "Basis": {0: "short", 1: "rule"},
    "Quantity": {1: "label"},
    # What sections declare alike goes through functions of theirs.
    "_step": {1: "label"},
    "_totals": {1: "label"},
    "_of_account": {1: "label"},
    "_of_adrs": {1: "label"},
    "Printed": {1: "label", 99: "of_period"},
}

HEADER = """\
# {title}
msgid ""
msgstr ""
"Project-Id-Version: bunkatsu\\n"
{language}"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
LANGUAGE = """\
"Language: {}\\n"
"Plural-Forms: {}\\n"
"""


Text = str | tuple[str, str]  # a message, or its singular and plural


class SourceError(Exception):
    """A message that cannot be extracted: a text put together at run time."""


def translations() -> list[Path]:
    """The catalogues of all languages."""
    return sorted((ROOT / "translations").glob("*/LC_MESSAGES/bunkatsu.po"))


def extract() -> Catalog:
    """The messages of the source as a template, in the order of files and lines."""
    catalog = Catalog(charset="utf-8")
    for path in sorted(SOURCES.rglob("*.py")):
        name = path.relative_to(ROOT).as_posix()
        for text in messages(path.read_text(encoding="utf-8"), name):
            catalog.add(text, locations=[(name, 0)])
    return catalog


def messages(source: str, name: str) -> Iterator[Text]:
    """The messages of one file, from top to bottom."""
    calls = [node for node in ast.walk(ast.parse(source, name)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        called = _called(call)
        places = KEYWORDS.get(called, {})
        given = [call.args[place] for place in places if place < len(call.args)]
        named = [keyword.value for keyword in call.keywords if keyword.arg in places.values()]
        texts = [text for argument in given + named for text in _literals(argument, name) if _has_words(text)]
        if called == "plural" and len(texts) == 2:
            yield texts[0], texts[1]
        else:
            yield from texts


def _called(call: ast.Call) -> str:
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _literals(node: ast.expr, name: str) -> Iterator[str]:
    """The literal texts of an argument, none where it is a variable."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from _literals(body, name)
            yield from _literals(other, name)
        case ast.JoinedStr() | ast.BinOp():
            raise SourceError(f"{name}:{node.lineno}: a message must be one literal with {{fields}}")


def _has_words(text: str) -> bool:
    """Whether there is something to translate: a letter, or two fields, which languages join in their own ways."""
    fields = re.findall(r"\{[^{}]*\}", text)
    return len(fields) > 1 or any(character.isalpha() for character in re.sub(r"\{[^{}]*\}", "", text))


def update() -> None:
    """Write the template and merge it into the catalogues; messages that are gone are dropped."""
    template = extract()
    TEMPLATE.write_bytes(template_content(template))
    for path in translations():
        catalog = read(path)
        catalog.update(template, no_fuzzy_matching=True)
        path.write_bytes(_content(catalog, f"Bunkatsu in the language {path.parts[-3]}"))


def read(path: Path) -> Catalog:
    """A catalogue file. Raises PoFileError where it is malformed."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], abort_invalid=True)


def template_content(template: Catalog) -> bytes:
    """The template file, byte for byte."""
    return _content(template, f"Messages of Bunkatsu, written by: {COMMAND}")


def _content(catalog: Catalog, title: str) -> bytes:
    """A catalogue without dates, names and line numbers, so that a change shows what changed."""
    for message in catalog:
        message.flags -= {"python-format", "python-brace-format"}  # guessed by Babel: "100 % of" is no format
    content = BytesIO()
    write_po(content, catalog, width=0, omit_header=True, ignore_obsolete=True, include_lineno=False)
    language = LANGUAGE.format(catalog.locale, catalog.plural_forms) if catalog.locale else ""
    return HEADER.format(title=title, language=language).encode() + content.getvalue()


def check() -> list[str]:
    """What is wrong with the catalogues, a line each."""
    template = extract()
    problems: list[str] = []
    if not TEMPLATE.is_file() or TEMPLATE.read_bytes() != template_content(template):
        problems.append(f"{TEMPLATE.relative_to(ROOT).as_posix()}: not up to date")
    for path in translations():
        name = path.relative_to(ROOT).as_posix()
        problems += [f"{name}: {problem}" for problem in compare(template, read(path))]
    return problems


def compare(template: Catalog, catalog: Catalog) -> Iterator[str]:
    """What is wrong with one catalogue, against the messages of the source."""
    for message in template:
        if message.id and message.id not in catalog:
            yield f"missing: {message.id!r}"
    for message in catalog:
        if message.id and message.id not in template:
            yield f"stale: {message.id!r}"
        elif message.id:
            yield from _faults(message)
    yield from (f"stale, commented out: {message.id!r}" for message in catalog.obsolete.values())


def _faults(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield f"fuzzy: {message.id!r}"
    source = message.id if isinstance(message.id, str) else message.id[-1]
    translated = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    if not all(translated):
        yield f"not translated: {message.id!r}"
    elif any(fields(text) != fields(source) for text in translated):
        yield f"other {{fields}} than the source: {message.id!r} → {message.string!r}"


def fields(text: str) -> set[str] | str:
    """The names of the {fields} of a text; the fault as a text where the braces do not match."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError as fault:
        return f"{text}: {fault}"


def main(arguments: list[str]) -> int:
    """Run `update` or `check`; the exit status."""
    if arguments == ["update"]:
        update()
        return 0
    if arguments == ["check"]:
        problems = check()
        for problem in problems:
            print(problem)
        return 1 if problems else 0
    print(f"use: {COMMAND} (or check)", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
