"""A function that never looks at its argument, told by its code and without calling it."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import Any

READ_ALL = {"locals", "vars", "eval", "exec", "dir"}  # they see an argument that no code names


def never_loads_its_argument(f: Callable[..., Any]) -> bool:
    """Tell whether no instruction of f loads its first parameter. Where unknown, say no.

    Such is the trap ``lambda w: net.loss(x, t)``: it changes nothing in the network.
    """
    import dis  # seldom asked for, and slow to import
    import inspect

    bound = inspect.ismethod(f)
    function: Any = f.__func__ if inspect.ismethod(f) else f
    if not inspect.isfunction(function):
        return False
    code = function.__code__
    if code.co_argcount <= bound or READ_ALL & {*code.co_names}:
        return False
    name = code.co_varnames[int(bound)]
    if name in code.co_cellvars:  # a function inside may load it
        return False
    loaded = (one.argval for one in dis.get_instructions(code) if "LOAD" in one.opname)
    return not any(name in (found if isinstance(found, tuple) else (found,)) for found in loaded)
