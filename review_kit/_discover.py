"""A folder is a registry: imports each module of a package and hands over the one constant that it is there for."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeVar

T = TypeVar("T")


def constants(package: str, name: str, kind: type[T]) -> Iterator[T]:
    """Yield the constant `name` of each module in `package` that holds one, in the modules' alphabetical order.

    Raises:
        TypeError: the constant is not of the `kind` that the registry holds.
    """
    for module_info in sorted(iter_modules(import_module(package).__path__), key=lambda m: m.name):
        module = import_module(f"{package}.{module_info.name}")
        found = getattr(module, name, None)
        if found is None:
            continue
        if not isinstance(found, kind):
            raise TypeError(f"{package}.{module_info.name}.{name} is not a {kind.__name__}")
        yield found
