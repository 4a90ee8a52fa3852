"""Hundreds of things done in one window, as chance has it; `python -m tests.stories.long_run` does many more."""

from pathlib import Path

from tests.document.held import held
from tests.stories.conftest import Opened
from tests.stories.long_run import BYTES_A_STEP, COMPARED_EVERY, LongRun, heard

COUNT = 3 * COMPARED_EVERY


def test_a_long_run_stays_right_and_small(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    run = LongRun(window, seed=7, folder=tmp_path)
    with heard(run.report.warnings):
        for act in (run.read, run.export, run.other_language):
            run.act(act)
        report = run.go(COUNT)
    assert report.compared == COUNT // COMPARED_EVERY
    assert report.differences == []
    assert report.warnings == []
    assert run.steps > COUNT // 3
    assert held(window.session.document) < BYTES_A_STEP * run.steps


def test_a_wrong_result_is_found(opened: Opened, tmp_path: Path) -> None:
    window = opened("example:iij-2020")
    run = LongRun(window, seed=7, folder=tmp_path)
    window.session.document.edit("shares.issued", 1)  # behind the back of the session
    run.compare(1)
    assert run.report.differences
    assert not run.report.is_good
