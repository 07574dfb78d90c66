"""Curvature: the Hessian by differences of gradients, and the step of Newton that uses it."""

from __future__ import annotations  # types are for readers and checkers, not for import

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from gradbook._arguments import Array, any_array, real_array, require_callable
from gradbook._differences import EPS, step_for
from gradbook.descent import Descent, Ended, descend, gradient_of

FLAT = 1e-7  # of the largest curvature: what differences cannot tell from 0


def hessian(
    f: Callable[[Array], Any],
    x: npt.ArrayLike,
    *,
    gradient: Callable[[Array], npt.ArrayLike] | None = None,
    h: npt.ArrayLike | None = None,
) -> Array:
    r"""Hᵢⱼ ≈ (∂f/∂xⱼ(x + h eᵢ) − ∂f/∂xⱼ(x − h eᵢ)) / 2h, and the mean of Hᵢⱼ and Hⱼᵢ.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x`, returns a real number.
    x : array_like
        The point, of any shape, with n entries. It is never changed.
    gradient : callable, optional
        ∇f, as in `minimize`, such as ``grad(f)``. Left out, it is found by `numerical_gradient` of
        order 4: H is good to about 7 digits, with a gradient of your own to about 9.
    h : float or array_like, optional
        The step, as in `numerical_gradient`.

    Returns
    -------
    numpy.ndarray
        The second derivatives, of shape (n, n), symmetric; entries of `x` in the order of `ravel`.

    Raises
    ------
    TypeError
        If `f` or `gradient` cannot be called, a value is not real, or `x` is not.
    ValueError
        If `f` returns an array, `gradient` another shape than that of `x`, or `h` is not positive
        or too small to move `x`.

    References
    ----------
    J. Nocedal and S. J. Wright, *Numerical Optimization*, 2nd ed., 2006, section 8.1.

    Examples
    --------
    >>> from gradbook import hessian, himmelblau
    >>> hessian(himmelblau, [3, 2]).round(4)
    array([[74., 20.],
           [20., 34.]])
    """
    x = real_array("x", x)
    slope = gradient_of(f, gradient, order=4, point="x")
    name, given = ("f", f) if gradient is None else ("gradient", gradient)
    sample = any_array(name, given(x.copy()), "return")
    eps = max(EPS, float(np.finfo(sample.dtype).eps)) if sample.dtype.kind == "f" else EPS
    noise = eps ** (4 / 5) if gradient is None else eps  # of the gradient
    step = step_for(x, h, 2, noise).ravel()
    rows = np.empty((x.size, x.size))
    for i, by in enumerate(step):
        ahead, back = x.copy(), x.copy()
        with np.errstate(invalid="ignore"):  # infinite points and values give nan
            ahead.flat[i] += by
            back.flat[i] -= by
            rows[i] = (slope(ahead) - slope(back)).ravel() / (ahead.flat[i] - back.flat[i])
    return (rows + rows.T) / 2


def newton_step(gradient: npt.ArrayLike, hessian: npt.ArrayLike) -> Array:
    """s = −H⁻¹ ∇f: from x to where the gradient of the quadratic approximation is 0.

    That is its lowest point if H is positive definite; if not, a saddle or the highest.

    Parameters
    ----------
    gradient : array_like
        ∇f at x, of any shape, with n entries.
    hessian : array_like
        H at x, of shape (n, n), symmetric.

    Returns
    -------
    numpy.ndarray
        The step s, of the shape of `gradient`.

    Raises
    ------
    TypeError
        If an argument is not real.
    ValueError
        If `hessian` has not n rows and columns, is not symmetric or not finite, or is singular, to
        rounding: no step, or many, would do.

    References
    ----------
    J. Nocedal and S. J. Wright, *Numerical Optimization*, 2nd ed., 2006, section 2.2.

    Examples
    --------
    >>> from gradbook import newton_step
    >>> newton_step([-0.7, 4.0], [[0.1, 0.0], [0.0, 2.0]])
    array([ 7., -2.])
    """
    g = real_array("gradient", gradient)
    H = _square(hessian, g.size)
    if not np.isfinite(H).all():
        raise ValueError(f"hessian must be finite, got {H.tolist()}")
    sizes = np.abs(np.linalg.eigvalsh(H))
    if g.size and sizes.min() <= g.size * EPS * sizes.max():
        raise ValueError(f"hessian must not be singular, got {H.tolist()}")
    step = -np.linalg.solve(H, g.ravel())
    return np.asarray(step.reshape(g.shape), dtype=np.float64)


def newton_descent(
    f: Callable[[Array], Any],
    x0: npt.ArrayLike,
    *,
    steps: int,
    gradient: Callable[[Array], npt.ArrayLike] | None = None,
    hessian: Callable[[Array], npt.ArrayLike] | None = None,
    tolerance: float = 0.0,
) -> Descent:
    """x ← x − H(x)⁻¹ ∇f(x) from x₀ on, as long as H is positive definite.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x0`, returns a real number.
    x0 : array_like
        The start, of any shape. It is not moved.
    steps : int
        The most steps to take, 0 or more.
    gradient : callable, optional
        ∇f, as in `minimize`; left out, it is found numerically, of order 4.
    hessian : callable, optional
        Takes an array of the shape of `x0`, returns H there, of shape (n, n). Left out, it is found
        by differences of gradients, and a curvature of less than 1e-7 of the largest counts as 0.
    tolerance : float
        Stop where no entry of the gradient is larger than this, as in `minimize`.

    Returns
    -------
    Descent
        The path, and how it ended: "not positive definite" where H has an eigenvalue that is not
        positive, so that Newton's step need not lead down, or there is none.

    Raises
    ------
    TypeError
        As `minimize`, and if `hessian` cannot be called or returns what is not real.
    ValueError
        As `minimize`, and if `hessian` returns another shape, or is not symmetric.

    References
    ----------
    J. Nocedal and S. J. Wright, *Numerical Optimization*, 2nd ed., 2006, sections 3.3 and 3.4.

    Examples
    --------
    >>> from gradbook import newton_descent, ravine
    >>> print(newton_descent(ravine, [-7, 2], steps=10, tolerance=1e-6).ended)
    converged
    >>> from gradbook import saddle
    >>> newton_descent(saddle, [1, 2], steps=10).ended
    'not positive definite'
    """
    slope = gradient_of(f, gradient, order=4)
    flat = FLAT
    if hessian is not None:
        require_callable("hessian", hessian)
        flat = EPS

    def move(x: Array, g: Array, value: float) -> Array | Ended:
        H = _by_differences(f, x, gradient) if hessian is None else hessian(x.copy())
        H = _square(H, x.size)
        if not np.isfinite(H).all():
            return "diverged"
        curvatures = np.linalg.eigvalsh(H)
        if x.size and curvatures[0] <= x.size * flat * abs(curvatures[-1]):
            return "not positive definite"
        return x + newton_step(g, H)

    return descend(f, x0, move, steps=steps, gradient=slope, tolerance=tolerance)


def _by_differences(
    f: Callable[[Array], Any], x: Array, gradient: Callable[[Array], npt.ArrayLike] | None
) -> Array:
    return hessian(f, x, gradient=gradient)


def _square(value: npt.ArrayLike, n: int) -> Array:
    H = real_array("hessian", value)
    if H.shape != (n, n):
        raise ValueError(f"hessian must have shape {(n, n)}, got {H.shape}")
    with np.errstate(invalid="ignore"):  # ∞ − ∞
        off = np.abs(H - H.T)
    if (off > 1e-8 * np.abs(H).max(initial=0.0)).any():
        raise ValueError(f"hessian must be symmetric, got {H.tolist()}")
    return H
