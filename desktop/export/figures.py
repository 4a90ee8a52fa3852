"""Figures of the workbook: those of the sections and those of the checks, which go on from them."""

from functools import lru_cache

from ..domain.checks import QUANTITIES as CHECKED
from ..domain.formula import Kind
from ..domain.quantity import Quantity
from ..domain.scenario import QUANTITIES
from ..domain.term import Option, Unit
from ..presentation import layout


@lru_cache(maxsize=1)
def quantities() -> dict[str, Quantity]:
    """Everything calculated, by its id."""
    return {**QUANTITIES, **{quantity.id: quantity for quantity in CHECKED}}


def columns_of(table: str) -> tuple[str, ...]:
    """The calculated columns of a table."""
    return tuple(q.id for q in quantities().values() if q.table == table)


def unit_of(path: str) -> Unit:
    """The unit of a term or quantity."""
    found = quantities().get(path)
    return found.unit if found else layout.unit_of(path)


def kind_of(path: str) -> Kind:
    """What a term or quantity holds."""
    found = quantities().get(path)
    return found.kind if found else layout.kind_of(path)


def label_of(path: str) -> str:
    """The words of a term or quantity, to be translated."""
    found = quantities().get(path)
    return found.label if found else layout.label_of(path)


def options_of(path: str) -> tuple[Option, ...]:
    """The codes and words of a choice."""
    found = quantities().get(path)
    return found.options if found else layout.options_of(path)
