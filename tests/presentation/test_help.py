"""The help says every rule and every check that the program knows, in both languages."""

import re
import tomllib
from html import unescape
from html.parser import HTMLParser
from importlib import metadata
from pathlib import Path

import pytest

from desktop import assets
from desktop.domain.checks import CHECKS
from desktop.domain.scenario import COLUMNS, QUANTITIES, TERMS
from desktop.i18n import LANGUAGES, locale_for
from desktop.presentation.components import COMPONENTS, shipped
from desktop.presentation.help import Page, pages
from tests.examples import book_of, opening_scenario

ROOT = Path(__file__).resolve().parents[2]


def help_in(language: str) -> tuple[Page, ...]:
    return pages(book_of(opening_scenario(language)), locale_for(language), [("Save <as>", "Ctrl+Shift+S")])


def words(found: tuple[Page, ...]) -> str:
    return unescape(re.sub(r"<[^>]*>", "\n", "".join(page.content for page in found)))


class Balanced(HTMLParser):
    """Fails where a tag is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_check_and_field_is_there(language: str) -> None:
    text, said = locale_for(language).text, words(help_in(language))
    shown = [q for q in QUANTITIES.values() if q.basis is not None and not q.internal]
    rules = {basis.rule for q in shown for basis in (q.basis, q.basis and q.basis.consolidated) if basis}
    rules |= {check.basis.rule for check in CHECKS.values()}
    terms = [*TERMS.values(), *(t for columns in COLUMNS.values() for t in columns)]
    wanted = [*rules, *(q.label for q in shown), *(t.hint for t in terms), *(c.label for c in CHECKS.values())]
    assert not [one for one in wanted if text(one) not in said]
    assert all(check.id in said for check in CHECKS.values())


def test_a_rule_is_explained_with_the_figures_of_the_example() -> None:
    said = words(help_in("en"))
    assert "46,734,600 × 2 ÷ 1, rounded down = 93,469,200" in said
    assert "Issued shares after − Treasury shares after\n" in said  # not known in the example


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_are_whole(language: str) -> None:
    for page in help_in(language):
        parser = Balanced()
        parser.feed(page.content)
        assert not parser.open, page.name
        assert page.content.strip(), page.name
    assert "Save &lt;as&gt;" in next(page.content for page in help_in(language) if page.name == "keys")


def test_every_chapter_speaks_both_languages() -> None:
    chapters = {language: {p.name for p in assets.resource("help", language).iterdir()} for language in LANGUAGES}
    assert chapters["ja"] == chapters["en"]
    assert {page.name for page in help_in("ja")} >= {name.removesuffix(".html") for name in chapters["ja"]}
    assert not re.search("です|ます", "".join(p.read_text("utf-8") for p in assets.resource("help", "en").iterdir()))


def required(name: str) -> set[str]:
    """A package and what it requires to run."""
    found = {re.sub(r"[-_.]+", "-", name).lower()}
    for requirement in metadata.requires(name) or []:
        if "extra" not in requirement and 'python_version < "3.9"' not in requirement:
            found |= required(re.split(r"[^\w.-]", requirement)[0])
    return found


def test_every_package_that_is_shipped_has_its_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[^\w.-]", requirement)[0] for requirement in project["dependencies"]]
    listed = {re.sub(r"[-_.]+", "-", component.package).lower() for component in COMPONENTS}
    assert set().union(*map(required, names)) <= listed
    assert all(len(component.text) > 900 for component, _ in shipped())
    assert {component.name: version for component, version in shipped()}["openpyxl"] == metadata.version("openpyxl")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in COMPONENTS[0].text
