"""Unsaved work is kept and found again: whole, once, and never while its window lives."""

import os
import random
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from desktop.document import recovery, scenario_file
from desktop.document.document import Document
from desktop.document.recovery import Slot, Unsaved, left_behind, new_slot
from desktop.document.state import Mark, Source, State
from desktop.domain.holdings import Lot
from desktop.domain.scenario import Scenario
from desktop.domain.shares import Shares
from tests.strategies import scenarios

WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
STATE = State(
    Scenario(shares=Shares(issued=46_734_600)),
    {"shares.treasury": "1,2x3"},
    Source("発行済株式総数 46,734,600株", (Mark("shares.issued", 8, 18),)),
)


def kept(slot: Slot, state: State = STATE, path: Path | None = None) -> Slot:
    slot.write(Unsaved(state, path, WHEN))
    return slot


def states(within: Path) -> list[State]:
    """What the next start finds, which then goes away."""
    found = left_behind(within)
    for slot, _ in found.kept:
        slot.remove()
    return [unsaved.state for _, unsaved in found.kept]


def test_what_an_ended_window_kept_is_found_with_drafts_and_source(tmp_path: Path) -> None:
    kept(new_slot(tmp_path), path=tmp_path / "iij.bunkatsu").close()
    ((slot, unsaved),) = left_behind(tmp_path).kept
    assert unsaved == Unsaved(STATE, tmp_path / "iij.bunkatsu", WHEN)
    slot.remove()
    assert list(tmp_path.iterdir()) == []


@given(scenarios())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_scenario_comes_back(tmp_path: Path, scenario: Scenario) -> None:
    kept(new_slot(tmp_path), State(scenario)).close()
    assert states(tmp_path) == [State(scenario)]


def test_rows_that_changed_and_rows_that_did_not_are_kept_as_they_are_now(tmp_path: Path) -> None:
    document = Document(State(Scenario(holdings=tuple(Lot(account=str(n)) for n in range(200)))))
    slot = kept(new_slot(tmp_path), document.state)
    document.edit("holdings[7].account", "changed")
    document.remove_rows("holdings", 0, 3)
    document.insert_rows("holdings", 50, [Lot(account="new")])
    kept(slot, document.state)
    slot.close()
    assert states(tmp_path) == [document.state]


def test_a_living_window_is_not_offered_to_another(tmp_path: Path) -> None:
    mine, other = kept(new_slot(tmp_path)), kept(new_slot(tmp_path), State(Scenario(shares=Shares(issued=1))))
    assert left_behind(tmp_path).kept == ()
    other.close()
    assert [unsaved.state.scenario.shares.issued for _, unsaved in left_behind(tmp_path).kept] == [1]
    mine.remove()


def test_what_one_start_offers_no_other_start_does(tmp_path: Path) -> None:
    kept(new_slot(tmp_path)).close()
    first = left_behind(tmp_path)
    assert len(first.kept) == 1
    assert left_behind(tmp_path).kept == ()
    first.kept[0][0].close()  # later
    assert states(tmp_path) == [STATE]


KEEPER = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.document.test_recovery import kept, new_slot
slot = kept(new_slot(Path(sys.argv[1])))
print("kept", flush=True)
time.sleep(60)
"""
ROOT = str(Path(__file__).resolve().parents[2])


def test_a_killed_process_leaves_its_slot_and_a_running_one_does_not(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", KEEPER, str(tmp_path), ROOT], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        assert left_behind(tmp_path).kept == ()
        process.kill()
    assert states(tmp_path) == [STATE]


def test_what_is_in_the_file_already_is_not_offered(tmp_path: Path) -> None:
    file = tmp_path / "iij.bunkatsu"
    scenario_file.save(file, STATE)
    kept(new_slot(tmp_path / "kept"), path=file).close()
    assert states(tmp_path / "kept") == []
    assert list((tmp_path / "kept").iterdir()) == []


def test_damaged_content_is_put_aside_and_hinders_nothing(tmp_path: Path) -> None:
    good = kept(new_slot(tmp_path))
    whole = good.path.read_bytes()
    good.close()
    chance = random.Random(20201109)
    damages = [b"", b"{}\n", b"[]\n", b"\xff\xfe\x00", b"null", whole[: len(whole) // 2], b"[" * 100_000]
    for _ in range(100):
        broken = bytearray(whole)
        broken[chance.randrange(len(broken))] ^= chance.randrange(1, 256)
        damages.append(bytes(broken))
    for content in damages:
        slot = kept(new_slot(tmp_path))
        slot.path.write_bytes(content)
        slot.close()
    found = left_behind(tmp_path)
    intact = [unsaved for _, unsaved in found.kept if unsaved.state == STATE]
    assert len(intact) == len(found.kept)  # a flipped bit in the head may leave the state whole
    assert len(intact) + len(found.damaged) >= len(damages)
    assert all(path.is_file() for path in found.damaged)
    assert left_behind(tmp_path).damaged == ()


def test_a_path_that_no_system_knows_loses_no_state(tmp_path: Path) -> None:
    slot = kept(new_slot(tmp_path), path=tmp_path / "iij.bunkatsu")
    head, _, body = slot.path.read_bytes().partition(b"\n")
    slot.path.write_bytes(head.replace(b"iij.", b"i\\u0000j.") + b"\n" + body)
    slot.close()
    ((slot, unsaved),) = left_behind(tmp_path).kept
    assert unsaved == Unsaved(STATE, None, WHEN)
    slot.remove()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "iij.bunkatsu")
    kept(new_slot(tmp_path), path=tmp_path / "iij.bunkatsu").close()
    assert states(tmp_path) == [STATE]


def test_content_of_a_newer_program_waits_for_it(tmp_path: Path) -> None:
    slot = kept(new_slot(tmp_path))
    slot.path.write_bytes(slot.path.read_bytes().replace(b'"version": 1', b'"version": 2', 1))
    slot.close()
    assert left_behind(tmp_path) == recovery.Found()
    assert slot.path.is_file()


def test_a_copy_of_what_was_discarded_stays_for_a_week(tmp_path: Path) -> None:
    slot = kept(new_slot(tmp_path))
    slot.discard()
    assert states(tmp_path) == []
    (copy,) = tmp_path.iterdir()
    week_ago = time.time() - 7.1 * 24 * 3600
    os.utime(copy, (week_ago, week_ago))
    left_behind(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / "recovery").write_text("no folder")
    with pytest.raises(OSError, match=r"."):
        new_slot(tmp_path / "recovery")
    assert left_behind(tmp_path / "recovery") == recovery.Found()


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.document.test_recovery import STATE, kept, new_slot
from desktop.document.state import State
slot = kept(new_slot(Path(sys.argv[1])))
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    kept(slot, State())
except OSError as error:
    print(error.errno)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as only POSIX can")
def test_a_full_disk_leaves_what_was_kept_before(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path), ROOT], capture_output=True, text=True, check=True
    )  # fmt: skip
    assert done.stdout.strip().isdigit()
    assert states(tmp_path) == [STATE]


#: Keeps, saves, clears up, and dies at the n-th thing that it does to a file.
DYING = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from desktop.document import scenario_file
from desktop.document.recovery import Unsaved, new_slot
from desktop.document.state import State
from desktop.domain.scenario import Scenario
from desktop.domain.shares import Shares
folder, left, file = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[1]) / "a.bunkatsu"
def watch(event, arguments):
    global left
    if event in ("open", "os.rename", "os.remove", "os.chmod") and str(folder) in str(arguments[0]):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
slot = new_slot(folder / "recovery")
for number in (1, 2, 3):
    print("edit", number, flush=True)
    state = State(Scenario(shares=Shares(issued=number)))
    slot.write(Unsaved(state, file, datetime.now(UTC)))
    print("kept", number, flush=True)
    if number == 2:
        assert scenario_file.save(file, state) is None
        print("saved", number, flush=True)
        slot.clear()
print("left by the person's will", flush=True)
slot.remove()
print("end")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as only POSIX can")
def test_a_death_at_any_step_of_keeping_and_saving_loses_nothing(tmp_path: Path) -> None:
    step, said = 0, ""
    while "end" not in said:
        folder = tmp_path / str(step)
        folder.mkdir()
        scenario_file.save(folder / "a.bunkatsu", State())
        done = subprocess.run(
            [sys.executable, "-c", DYING, str(folder), str(step), ROOT], capture_output=True, text=True, check=False
        )  # fmt: skip
        assert not done.stderr
        said = done.stdout
        found = left_behind(folder / "recovery")
        assert found.damaged == ()
        loaded = scenario_file.load(folder / "a.bunkatsu")
        assert isinstance(loaded, scenario_file.Loaded), said
        at_hand = [loaded.scenario.shares.issued or 0]
        at_hand += [unsaved.state.scenario.shares.issued or 0 for _, unsaved in found.kept]
        safe = [int(line.split()[1]) for line in said.splitlines() if line.startswith(("kept", "saved"))]
        assert max(at_hand) >= max(safe, default=0) or "left" in said, said
        step += 1
    assert step > 15
