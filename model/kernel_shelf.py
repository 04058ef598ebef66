"""Where a kernel is looked up: among those shipped with a packaged program first, then among the user's own.

The shipped ones are only ever read, so a program may lie on a read-only disk; what they lack is compiled and kept in the
user's own place. A kernel that cannot be kept anywhere is compiled again next time, and nothing else happens.
"""

import re
from collections.abc import Callable
from typing import Any

from numba.core.caching import FunctionCache, IndexDataCacheFile

from model.kernels import SHIPPED


def without_release(triple: str) -> str:
    """A system's name without the release it was built on: macOS appends it, and a newer one runs older code as well."""
    return re.sub(r"(darwin|macosx)[0-9.]+$", r"\1", triple)


class KernelShelf(FunctionCache):  # type: ignore[misc]
    """One kernel's compiled forms in two places."""

    def __init__(self, function: Callable[..., Any]) -> None:
        """Find the shipped index beside the user's own."""
        super().__init__(function)
        stamp = self._impl.locator.get_source_stamp()
        self._shipped = IndexDataCacheFile(str(SHIPPED), self._impl.filename_base, stamp) if SHIPPED.is_dir() else None

    def _load_overload(self, signature: Any, target: Any) -> Any:
        if self._shipped is not None:
            data = self._shipped.load(self._index_key(signature, target.codegen()))
            if data is not None:
                return self._impl.rebuild(target, data)
        try:
            return super()._load_overload(signature, target)
        except OSError:  # a place that cannot be read holds nothing
            return None

    def _save_overload(self, signature: Any, data: Any) -> None:
        try:
            super()._save_overload(signature, data)
        except OSError:
            return

    def _index_key(self, signature: Any, codegen: Any) -> Any:
        signature, (triple, *processor), code = super()._index_key(signature, codegen)
        return signature, (without_release(triple), *processor), code
