"""The formulas of quantities and defaults as they are declared, each read when it is first asked for."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .formula import Call, Name, Node, parse
from .path import GIVEN
from .quantity import Quantity
from .term import Term


def given_path(term: Term) -> str:
    """The name of what was typed: `given.x` where a default may be in force as x."""
    return f"{GIVEN}{term.path}" if term.default else term.path


class Formulas(Mapping[str, Node]):
    """The formula of every quantity and of every term with a default, read when it is first asked for."""

    def __init__(self, terms: Iterable[Term], quantities: Iterable[Quantity]) -> None:
        self._declared: dict[str, Term | Quantity] = {t.path: t for t in terms if t.default}
        self._declared |= {q.id: q for q in quantities}
        self._read: dict[str, Node] = {}

    def __getitem__(self, path: str) -> Node:
        if path not in self._read:
            declared = self._declared[path]
            self._read[path] = declared.node if isinstance(declared, Quantity) else _default(declared)
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._declared)

    def __len__(self) -> int:
        return len(self._declared)

    def texts(self) -> Iterator[str]:
        """Every formula as it is declared, with its path."""
        for path, declared in self._declared.items():
            yield f"{path} = {declared.formula if isinstance(declared, Quantity) else declared.default}"

    def get(self, path: str, default: Any = None) -> Any:
        """The formula of a path, or the default where there is none."""
        return self[path] if path in self._declared else default


def _default(term: Term) -> Node:
    return Call("DEFAULT", (Name(given_path(term)), parse(term.default, term.table)))
