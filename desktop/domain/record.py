"""Frozen dataclasses that are quick to make.

`dataclass` writes and compiles six methods for every class. For the forty classes on the way to the first
picture that took a twelfth of the start, so here all of them share the same methods. To a type checker and to
`fields` and `replace` they are dataclasses like any other. Those of which thousands are kept have slots, which take
less than half the memory.
"""

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
else:

    def record(*, frozen: bool, slots: bool = False):
        """Make a class a frozen dataclass; `frozen` is said so that a reader sees it."""
        if not frozen:
            raise TypeError("a record is frozen")
        return _slotted if slots else _made


def _made(cls: type) -> type:
    """The class with its fields, and with the methods that all records share."""
    made: Any = cls
    fields = {name: _field(cls, name, kind) for name, kind in cls.__annotations__.items()}
    made.__dataclass_fields__ = fields
    made.__match_args__ = tuple(fields)  # type: ignore[misc]  # as dataclasses do
    for name, method in _METHODS.items():
        setattr(cls, name, method)
    return cls


def _slotted(cls: type) -> type:
    """The class as one whose fields have slots, which has to be made anew."""
    made: Any = _made(cls)
    names = made.__match_args__
    replaced = {*names, "__dict__", "__weakref__"}
    content = {name: value for name, value in vars(cls).items() if name not in replaced}
    content |= {"__init__": _init_slots, "__slots__": names, "__qualname__": cls.__qualname__}
    return type(cls)(cls.__name__, cls.__bases__, content)


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
    _fill(self, self.__dict__, values, named)


def _init_slots(self: Any, *values: Any, **named: Any) -> None:
    content: dict[str, Any] = {}
    _fill(self, content, values, named)
    for name, value in content.items():
        object.__setattr__(self, name, value)


def _fill(self: Any, content: dict[str, Any], values: tuple[Any, ...], named: dict[str, Any]) -> None:
    names = self.__match_args__
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
    return tuple([getattr(self, name) for name in self.__match_args__])


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
