"""The message catalogues are complete, and extraction finds the messages where they are declared."""

import catalogue
import pytest
from babel.messages.catalog import Catalog


def test_catalogues_are_complete() -> None:
    problems = catalogue.check()
    report = "\n".join(problems)
    assert not problems, f"run: {catalogue.COMMAND}\nthen translate what is empty\n{report}"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('term("Label", "Hint", Unit("shares"))', ["Label", "Hint", "shares"]),
        ('term(hint="Hint", label="Label")', ["Hint", "Label"]),
        ('Quantity("a.b", "Label", SHARES, "formula")', ["Label"]),
        ('Option("code", "words")', ["words"]),
        ('Basis("Short", "A rule," " in two parts.")', ["Short", "A rule, in two parts."]),
        ('locale.text("Saved {name}")', ["Saved {name}"]),
        ('N_("one" if single else "many")', ["one", "many"]),
        ('locale.plural("1 row", "{count} rows", count)', [("1 row", "{count} rows")]),
        ("locale.text(label)", []),
        ('Unit("")\nUnit("%")\nUnit("{currency}")', []),
        ('log("not a message")', []),
    ],
)
def test_messages_are_found(source: str, expected: list[catalogue.Text]) -> None:
    assert list(catalogue.messages(source, "example.py")) == expected


@pytest.mark.parametrize("source", ['N_(f"{count} rows")', 'locale.text("Saved " + name)'])
def test_texts_put_together_are_refused(source: str) -> None:
    with pytest.raises(catalogue.SourceError, match=r"example\.py:1"):
        list(catalogue.messages(source, "example.py"))


@pytest.mark.parametrize(
    ("translation", "flags", "problem"),
    [
        ("{name}を保存しました", set(), ""),
        ("", set(), "not translated"),
        ("{name}を保存しました", {"fuzzy"}, "fuzzy"),
        ("保存しました", set(), "other {fields}"),
        ("{naem}を保存しました", set(), "other {fields}"),
        ("{name}を保存しました}", set(), "other {fields}"),
    ],
)
def test_faults_of_a_translation_are_found(translation: str, flags: set[str], problem: str) -> None:
    template, translated = Catalog(), Catalog(locale="ja")
    template.add("Saved {name}")
    translated.add("Saved {name}", translation, flags=flags)
    found = list(catalogue.compare(template, translated))
    assert [fault.partition(":")[0].startswith(problem) for fault in found] == ([True] if problem else [])


@pytest.mark.parametrize(("translation", "faults"), [("{count}行", 0), ("行", 1), ("", 1)])
def test_plurals_are_compared_with_the_plural(translation: str, faults: int) -> None:
    template, translated = Catalog(), Catalog(locale="ja")
    template.add(("1 row", "{count} rows"))
    translated.add(("1 row", "{count} rows"), (translation,))
    assert len(list(catalogue.compare(template, translated))) == faults


def test_missing_and_stale_messages_are_found() -> None:
    template, translated = Catalog(), Catalog(locale="ja")
    template.add("new")
    translated.add("old", "旧")
    assert list(catalogue.compare(template, translated)) == ["missing: 'new'", "stale: 'old'"]
