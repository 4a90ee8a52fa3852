"""Records are frozen dataclasses: made, compared, changed and refused like them."""

from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from desktop.domain.record import record


@record(frozen=True)
class Point:
    x: int
    y: int = 2
    names: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Plain:
    x: int
    y: int = 2
    names: dict[str, int] = field(default_factory=dict)


@record(frozen=True, slots=True)
class Slotted:
    x: int
    y: int = 2
    names: dict[str, int] = field(default_factory=dict)


@pytest.mark.parametrize("made", [Point, Plain, Slotted])
def test_made_compared_and_changed(made: type[Point]) -> None:
    one = made(1)
    assert (one.x, one.y, one.names) == (1, 2, {})
    assert one == made(y=2, x=1)
    assert one != made(1, 3)
    assert made(1).names is not one.names
    assert replace(one, y=5) == made(1, 5)
    assert [f.name for f in fields(one)] == ["x", "y", "names"]
    assert repr(one) == f"{made.__name__}(x=1, y=2, names={{}})"
    assert one.__eq__(object()) is NotImplemented


@pytest.mark.parametrize("made", [Point, Plain])
def test_values_are_in_the_order_of_the_fields(made: type[Point]) -> None:
    assert list(vars(made(y=3, x=1))) == ["x", "y", "names"]


def test_a_record_with_slots_is_small_and_has_its_own_place() -> None:
    assert not hasattr(Slotted(1), "__dict__")
    assert (Slotted.__module__, Slotted.__qualname__) == (__name__, "Slotted")


@pytest.mark.parametrize("made", [Point, Plain, Slotted])
def test_refused(made: type[Point]) -> None:
    with pytest.raises(FrozenInstanceError):
        made(1).x = 2  # type: ignore[misc]  # that is what is refused
    with pytest.raises(FrozenInstanceError):
        del made(1).y
    for values, named in (((), {}), ((1, 2, {}, 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1})):
        with pytest.raises(TypeError):
            made(*values, **named)  # type: ignore[arg-type]


def test_a_record_matches_by_position() -> None:
    match Point(1):
        case Point(x, y):
            assert (x, y) == (1, 2)
