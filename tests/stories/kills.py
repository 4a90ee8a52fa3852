"""Windows that are killed while they type and save, and what is found afterwards.

`python -m tests.stories.kills --count 200 --seed 1` kills so many and says how much work was lost.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from desktop.document import recovery, scenario_file
from desktop.document.state import State
from desktop.domain.scenario import Scenario
from desktop.domain.shares import Shares
from desktop.ui.autosave import LONGEST_MS

TYPIST = Path(__file__).with_name("typist.py")
#: Windows that type at the same time, all into the same folder of unsaved work.
AT_ONCE = 4
#: So long a busy machine may take beyond the pauses of the program.
BUSY_S = 1.0


@dataclass(frozen=True)
class Pace:
    """How soon a window keeps what is unsaved (as it comes where nothing is said), and how often it saves."""

    pause_ms: int | None = None
    longest_ms: int | None = None
    saves: float = 0.05
    life_s: float = 1.2


QUICK = Pace(pause_ms=15, longest_ms=60, life_s=1.2)
#: The paces that take turns in a long run: the last is the one of the program, saving now and then.
PACES = (QUICK, QUICK, Pace(pause_ms=0, longest_ms=0, saves=0.3), Pace(saves=0.01, life_s=4))


@dataclass(frozen=True)
class Death:
    """What a journal says about a window, and what is left of it."""

    typed: tuple[tuple[int, float], ...]  # number, seconds before the death
    saving: int
    saved: int
    file: State
    kept: int | None

    @property
    def in_file(self) -> int:
        """The number in the file."""
        return self.file.scenario.shares.issued or 0

    @property
    def at_hand(self) -> int:
        """The number that a person can go on with."""
        return max(self.in_file, self.kept or 0)

    @property
    def lost_s(self) -> float:
        """How long before the death the first number was typed that is lost; zero where none is."""
        return max((ago for number, ago in self.typed if number > self.at_hand), default=0.0)


def deaths(folder: Path, pace: Pace, seed: int) -> list[Death]:
    """Let some windows type at once, kill each at a random moment, and look at what they leave."""
    chance = random.Random(seed)
    folder.mkdir(parents=True)
    started = [_start(folder, pace, number, seed) for number in range(AT_ONCE)]
    for process, journal in started:
        _wait_until_ready(process, journal)
    moments = sorted((chance.random() * pace.life_s, number) for number in range(AT_ONCE))
    began = time.monotonic()
    killed: dict[int, int] = {}
    for moment, number in moments:
        time.sleep(max(0.0, began + moment - time.monotonic()))
        started[number][0].kill()
        killed[number] = time.monotonic_ns()
    for process, _ in started:
        process.communicate()
    left = recovery.left_behind(recovery.folder())
    assert left.damaged == ()
    kept = {unsaved.path: unsaved.state.scenario.shares.issued for _, unsaved in left.kept}
    assert len(kept) == len(left.kept), "a window left more than one state"
    for slot, _ in left.kept:
        slot.remove()
    return [_death(folder, number, killed[number], kept) for number in range(AT_ONCE)]


def _start(folder: Path, pace: Pace, number: int, seed: int) -> tuple[subprocess.Popen[bytes], Path]:
    file, journal = folder / f"{number}.bunkatsu", folder / f"{number}.journal"
    scenario_file.save(file, State(Scenario(shares=Shares(authorized=10**9))))
    journal.touch()
    times = [str(ms) if ms is not None else "" for ms in (pace.pause_ms, pace.longest_ms)]
    arguments = [str(file), str(journal), f"{seed}.{number}", *times, str(pace.saves)]
    command = [sys.executable, str(TYPIST), *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE), journal


def _wait_until_ready(process: subprocess.Popen[bytes], journal: Path) -> None:
    while not journal.read_bytes():
        assert process.poll() is None, process.communicate()[1].decode()
        time.sleep(0.005)


def _death(folder: Path, number: int, killed: int, kept: dict[Path | None, int | None]) -> Death:
    file = folder / f"{number}.bunkatsu"
    loaded = scenario_file.load(file)
    assert isinstance(loaded, scenario_file.Loaded), loaded
    notes = [line.split() for line in (folder / f"{number}.journal").read_text().splitlines()]
    typed = tuple((int(n), (killed - int(at)) / 1e9) for what, n, at in notes if what == "typed")
    last = {what: int(n) for what, n, _ in notes}
    return Death(typed, last.get("saving", 0), last.get("saved", 0), loaded.state, kept.get(file))


def assert_nothing_is_lost(death: Death, within_s: float) -> None:
    """The file is whole, old or new; what was typed longer ago than that is at hand; nothing came from nowhere."""
    assert death.file == State(Scenario(shares=Shares(authorized=10**9, issued=death.in_file or None)))
    assert death.in_file in (death.saved, death.saving)
    last = death.typed[-1][0] if death.typed else 0
    assert death.at_hand <= last + 1  # the last keystroke may have come too late for the journal
    assert death.lost_s <= within_s


def many(folder: Path, count: int, seed: int) -> list[Death]:
    """At least so many windows killed, and nothing lost of any."""
    found: list[Death] = []
    while len(found) < count:
        pace = PACES[len(found) // AT_ONCE % len(PACES)]
        killed = deaths(folder / str(len(found)), pace, seed + len(found))
        for death in killed:
            assert_nothing_is_lost(death, within_s=(pace.longest_ms or LONGEST_MS) / 1000 + BUSY_S)
        found += killed
    return found


def summary(found: list[Death]) -> str:
    """What the deaths came to, in a line."""
    lost = sorted(death.lost_s for death in found)
    return (
        f"{len(found)} kills: {sum(death.kept is not None for death in found)} with a state kept beside the file,"
        f" {sum(death.saving > death.saved for death in found)} in the middle of a save;"
        f" work lost: median {lost[len(lost) // 2]:.3f} s, most {lost[-1]:.3f} s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_STATE_HOME"), folder)
        print(summary(many(Path(folder) / "files", chosen.count, chosen.seed)))


if __name__ == "__main__":
    main()
