"""Windows killed at random instants, in the middle of typing, keeping and saving."""

from pathlib import Path

import pytest

from tests.stories.kills import Death, Pace, assert_nothing_is_lost, deaths

#: So long a busy machine may take beyond the pauses of the program.
BUSY_S = 1.0
#: Of four windows each.
LEAST_ROUNDS = 5
QUICK = Pace(pause_ms=15, longest_ms=60, life_s=1.2)


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
    paces = (QUICK, Pace(pause_ms=0, longest_ms=0, saves=0.3), Pace(saves=0.01, life_s=4))
    found: list[Death] = []
    for seed in range(125):
        pace = paces[0 if seed % 5 < 2 else 1 if seed % 5 < 4 else 2]
        round_of = deaths(tmp_path / str(seed), pace, seed)
        for death in round_of:
            assert_nothing_is_lost(death, within_s=(pace.longest_ms or 2000) / 1000 + BUSY_S)
        found += round_of
    lost = sorted(death.lost_s for death in found)
    print(
        f"\n{len(found)} kills: {sum(d.kept is not None for d in found)} with a state kept beside the file,"
        f" {sum(d.saving > d.saved for d in found)} in the middle of a save;"
        f" work lost: median {lost[len(lost) // 2]:.3f} s, most {lost[-1]:.3f} s"
    )
