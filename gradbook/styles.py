"""How the book draws each optimizer: always in the same colour, dash and marker."""

from __future__ import annotations  # types are for readers and checkers, not for import

from typing import Any

from gradbook._optimizer import Optimizer

LINES: dict[str, tuple[str, Any, str]] = {  # colour, dash, marker
    "SGD": ("C5", ":", "s"),
    "Momentum": ("C0", "--", "o"),
    "Nesterov": ("C1", "-", "^"),
    "AdaGrad": ("C2", "-.", "D"),
    "RMSProp": ("C3", (0, (7, 2)), "P"),
    "Adam": ("C4", (0, (3, 1, 1, 1, 1, 1)), "v"),
    "AdamW": ("C4", "-", "*"),
}


def line_of(optimizer: Optimizer | type[Optimizer]) -> dict[str, Any]:
    """Return the optimizer's line, for ``Axes.plot``: colour, dash, marker and name.

    No two of them share a marker, and no two of the six that race share a dash, so that none is
    told by its colour alone.

    Parameters
    ----------
    optimizer : Optimizer or type
        One of the book's optimizers, such as ``Adam(0.1)``, or its class, ``Adam``.

    Returns
    -------
    dict of str to object
        color, linestyle, linewidth, marker, markersize and label. With many points, ask ``plot``
        for a marker at every tenth of them: ``markevery=10``.

    Raises
    ------
    ValueError
        If it is none of the book's optimizers.

    Examples
    --------
    >>> from gradbook import Adam, line_of
    >>> line_of(Adam(0.1))["marker"], line_of(Adam)["label"]
    ('v', 'Adam')
    """
    kind = optimizer if isinstance(optimizer, type) else type(optimizer)
    if kind.__name__ not in LINES:
        raise ValueError(f"optimizer must be one of {', '.join(LINES)}, got {optimizer!r}")
    color, dash, marker = LINES[kind.__name__]
    line = {"color": color, "linestyle": dash, "linewidth": 1.5, "marker": marker, "markersize": 4}
    return line | {"label": kind.__name__}
