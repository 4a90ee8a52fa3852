"""Windows killed at random instants, in the middle of typing, keeping and saving."""

from pathlib import Path

import pytest

from tests.stories.kills import BUSY_S, QUICK, Death, Pace, assert_nothing_is_lost, deaths, many, summary

#: Of four windows each.
LEAST_ROUNDS = 5


def test_windows_that_keep_and_save_all_the_time(tmp_path: Path) -> None:
    found: list[Death] = []
    for seed in range(15):
        found += deaths(tmp_path / str(seed), QUICK, seed)
        if seed >= LEAST_ROUNDS and _have_seen_both(found):
            break
    for death in found:
        assert_nothing_is_lost(death, within_s=0.06 + BUSY_S)
    assert _have_seen_both(found)


def _have_seen_both(found: list[Death]) -> bool:
    """Whether states kept beside the file and saves were met; a busy machine takes longer to come to them."""
    return sum(death.kept is not None for death in found) >= 2 and sum(death.saved > 0 for death in found) >= 2


def test_windows_as_they_are(tmp_path: Path) -> None:
    found = deaths(tmp_path / "windows", Pace(saves=0.004, life_s=4), seed=2020)
    for death in found:
        assert_nothing_is_lost(death, within_s=2 + BUSY_S)


@pytest.mark.benchmark
def test_five_hundred_kills(tmp_path: Path) -> None:
    """Prints how much work was lost: `pytest -m benchmark -s tests/stories/test_kill.py`."""
    print(f"\n{summary(many(tmp_path, 500, seed=0))}")
