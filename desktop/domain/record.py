"""Frozen dataclasses that are quick to make.

`dataclass` writes and compiles six methods for every class. For the forty classes on the way to the first
picture that took a twelfth of the start, so here all of them share the same methods. To a type checker and to
`fields` and `replace` they are dataclasses like any other.
"""

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool):
        """Make a class a frozen dataclass; `frozen` is said so that a reader sees it."""
        if not frozen:
            raise TypeError("a record is frozen")
        return _made


def _made(cls: type) -> type:
    """The class with its fields, and with the methods that all records share."""
    made: Any = cls
    fields = {name: _field(cls, name, kind) for name, kind in cls.__annotations__.items()}
    made.__dataclass_fields__ = fields
    made.__match_args__ = tuple(fields)  # type: ignore[misc]  # as dataclasses do
    for name, method in _METHODS.items():
        setattr(cls, name, method)
    return cls


def _field(cls: type, name: str, kind: Any) -> Any:
    given = cls.__dict__.get(name, dataclasses.MISSING)
    made: Any = given if isinstance(given, dataclasses.Field) else dataclasses.field(default=given)
    made.name, made.type, made.kw_only = name, kind, False
    made._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # noqa: SLF001  # what `fields` looks for
    if made.default is not dataclasses.MISSING:
        setattr(cls, name, made.default)
    elif given is made:
        delattr(cls, name)
    return made


def _init(self: Any, *values: Any, **named: Any) -> None:
    names, content = self.__match_args__, self.__dict__
    if len(values) > len(names):
        raise TypeError(f"{type(self).__name__} has {len(names)} fields, {len(values)} were given")
    content.update(zip(names, values, strict=False))
    for name in names[len(values) :]:  # in the order of the fields, whatever the order of the names
        content[name] = named.pop(name) if name in named else _default(self, name)
    if named:
        raise TypeError(f"{type(self).__name__} has no field {', '.join(named)}, or it was given twice")


def _default(self: Any, name: str) -> Any:
    field = self.__dataclass_fields__[name]
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    if field.default is dataclasses.MISSING:
        raise TypeError(f"{type(self).__name__} needs its field {name}")
    return field.default


def _values(self: Any) -> tuple[Any, ...]:
    content = self.__dict__
    return tuple(content[name] for name in self.__match_args__)


def _eq(self: Any, other: object) -> Any:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    shown = (f"{name}={value!r}" for name, value in zip(self.__match_args__, _values(self), strict=True))
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} cannot be changed")


_METHODS = {
    "__init__": _init, "__eq__": _eq, "__hash__": _hash, "__repr__": _repr,
    "__setattr__": _refuse, "__delattr__": _refuse,
}  # fmt: skip
