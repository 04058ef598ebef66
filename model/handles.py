"""How a kernel receives many arrays as one pointer.

A market has some thirty arrays. Handed over one by one they cost every call hundreds of machine arguments, and every
compilation minutes. A `Handle` is a NamedTuple of arrays (and of other handles) that compiled code sees as one pointer to
a table of addresses and lengths; in Python it stays the plain tuple of named arrays that it is. Arrays must be
C-contiguous and may not be replaced while the handle lives (their contents may).
"""

import hashlib
from functools import cached_property
from typing import Any

import numpy as np
from numba import types
from numba.core import cgutils
from numba.core.typing.templates import AttributeTemplate
from numba.extending import (
    NativeValue,
    infer_getattr,
    lower_getattr_generic,
    models,
    register_model,
    typeof_impl,
    unbox,
)
from numba.np.arrayobj import make_array, populate_array
from numba.np.numpy_support import from_dtype
from numpy.typing import NDArray

WORD = 8


class HandleType(types.Type):  # type: ignore[misc]
    """Numba's type of a handle: names and types of its fields, each with its place in the table."""

    def __init__(self, fields: tuple[tuple[str, Any], ...]) -> None:
        self.fields = dict(fields)
        self.places: dict[str, int] = {}
        self.words = 0
        text = hashlib.blake2b(digest_size=6)
        for name, kind in fields:
            self.places[name] = self.words
            self.words += kind.words if isinstance(kind, HandleType) else 1 + kind.ndim
            text.update(f"{name}:{kind};".encode())
        super().__init__(name=f"Handle{text.hexdigest()}")

    @property
    def key(self) -> str:
        """Equal fields, equal type."""
        return str(self.name)


class Handle:
    """Mix-in for a NamedTuple of arrays and handles: adds the table that kernels read."""

    @cached_property
    def table(self) -> NDArray[np.int64]:
        """Address and shape of each array, in declared order, nested handles in place."""
        words: list[int] = []
        for part in self:  # type: ignore[attr-defined]
            if isinstance(part, Handle):
                words.extend(int(word) for word in part.table)
            else:
                if not part.flags.c_contiguous:
                    raise ValueError("a handle's arrays must be contiguous")
                words.extend([part.ctypes.data, *part.shape])
        return np.array(words, np.int64)

    @cached_property
    def numba_type(self) -> HandleType:
        """The type by which kernels are compiled."""
        rows = []
        for name, part in zip(self._fields, self, strict=True):  # type: ignore[attr-defined, call-overload]
            kind = part.numba_type if isinstance(part, Handle) else types.Array(from_dtype(part.dtype), part.ndim, "C")
            rows.append((name, kind))
        return HandleType(tuple(rows))

    @cached_property
    def address(self) -> int:
        """Where the table is."""
        return int(self.table.ctypes.data)


@typeof_impl.register(Handle)
def _type_of_handle(value: Handle, _context: Any) -> HandleType:
    return value.numba_type


@register_model(HandleType)
class _HandleModel(models.OpaqueModel):  # type: ignore[misc]
    """A pointer."""


@unbox(HandleType)
def _unbox_handle(_typ: HandleType, obj: Any, c: Any) -> NativeValue:
    number = c.pyapi.object_getattr_string(obj, "address")
    address = c.pyapi.long_as_ulonglong(number)
    c.pyapi.decref(number)
    pointer = c.builder.inttoptr(address, cgutils.voidptr_t)
    return NativeValue(pointer, is_error=cgutils.is_not_null(c.builder, c.pyapi.err_occurred()))


@infer_getattr
class _HandleAttributes(AttributeTemplate):  # type: ignore[misc]
    """Fields of a handle by name."""

    key = HandleType

    def generic_resolve(self, typ: HandleType, attr: str) -> Any:
        return typ.fields.get(attr)


def _word(context: Any, number: int) -> Any:
    return context.get_constant(types.intp, number)


def _load(context: Any, builder: Any, pointer: Any, place: int) -> Any:
    """One word of the table; it never changes while a kernel runs, which the optimizer is told."""
    where = builder.gep(pointer, [_word(context, place)])
    word = builder.load(where)
    word.set_metadata("invariant.load", builder.module.add_metadata([]))
    return word


@lower_getattr_generic(HandleType)
def _get_field(context: Any, builder: Any, typ: HandleType, value: Any, attr: str) -> Any:
    kind, place = typ.fields[attr], typ.places[attr]
    table = builder.bitcast(value, cgutils.intp_t.as_pointer())
    if isinstance(kind, HandleType):
        return builder.bitcast(builder.gep(table, [_word(context, place)]), cgutils.voidptr_t)
    array = make_array(kind)(context, builder)
    shape = [_load(context, builder, table, place + 1 + axis) for axis in range(kind.ndim)]
    item = context.get_abi_sizeof(context.get_data_type(kind.dtype))
    strides = [_word(context, item)]
    for length in reversed(shape[1:]):
        strides.insert(0, builder.mul(strides[0], length))
    data = builder.inttoptr(_load(context, builder, table, place), array.data.type)
    populate_array(array, data=data, shape=shape, strides=strides, itemsize=item, meminfo=None)
    return array._getvalue()
