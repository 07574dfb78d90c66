"""Answers to the tasks of the lab on the gradient field, by the task's number: right and wrong."""

RIGHT = {
    "1": {
        "rows moved by an identity": """
def my_gradient(f, points):
    h = 1e-5
    steps = h * np.eye(2)
    return np.stack([(f(points + s[:, None]) - f(points - s[:, None])) / (2 * h) for s in steps])
""",
        "point by point": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for k in range(points.shape[1]):
        for i in range(2):
            ahead, back = points[:, k].copy(), points[:, k].copy()
            ahead[i] += h
            back[i] -= h
            field[i, k] = (f(ahead) - f(back)) / (2 * h)
    return field
""",
        "the two rows, a tuple": """
def my_gradient(f, points):
    h = 1e-5
    x0, x1 = points
    u = (f(np.array([x0 + h, x1])) - f(np.array([x0 - h, x1]))) / (2 * h)
    v = (f(np.array([x0, x1 + h])) - f(np.array([x0, x1 - h]))) / (2 * h)
    return u, v
""",
        "lists": """
def my_gradient(f, points):
    h = 1e-5
    field = []
    for x0, x1 in zip(*points):
        field.append([
            (f([x0 + h, x1]) - f([x0 - h, x1])) / (2 * h),
            (f([x0, x1 + h]) - f([x0, x1 - h])) / (2 * h),
        ])
    return np.array(field).T.tolist()
""",
        "kept and put back": """
def my_gradient(f, points):
    h = 1e-5
    field = np.empty_like(points)
    for i in range(2):
        kept = points[i].copy()
        points[i] = kept + h
        ahead = f(points)
        points[i] = kept - h
        back = f(points)
        points[i] = kept
        field[i] = (ahead - back) / (2 * h)
    return field
""",
        "the package": """
def my_gradient(f, points):
    return gradient_field(f, *points)
""",
        "a larger step": """
def my_gradient(f, points):
    def moved(i, by):
        there = np.array(points)
        there[i] += by
        return f(there)

    return np.vstack([(moved(i, 1e-4) - moved(i, -1e-4)) / 2e-4 for i in (0, 1)])
""",
    },
    "2": {
        "root of the sum of squares": """
def slope(f, x, direction):
    unit = direction / np.sqrt(np.sum(direction**2))
    h = 1e-5
    return (f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "gradient, then dot product": """
def slope(f, x, direction):
    unit = direction / np.hypot(*direction)
    return np.ravel(my_slopes(f, x)) @ unit

def my_slopes(f, x):
    return gradient_field(f, *x.reshape(2, 1))
""",
        "a loop over the coordinates": """
import math

def slope(f, x, direction):
    length, h, total = math.hypot(direction[0], direction[1]), 1e-5, 0.0
    for i in range(2):
        ahead, back = list(x), list(x)
        ahead[i] += h
        back[i] -= h
        total += (f(ahead) - f(back)) / (2 * h) * direction[i] / length
    return total
""",
        "the step divided by the length": """
def slope(f, x, direction):
    h, length = 1e-5, np.linalg.norm(direction)
    step = h / length * direction
    return (f(x + step) - f(x - step)) / h / 2
""",
        "a function of one variable": """
def slope(f, x, direction):
    unit = np.array(direction) / np.linalg.norm(direction)

    def along(s):
        return f(x + s * unit)

    return (along(1e-4) - along(-1e-4)) / 2e-4
""",
        "an angle": """
def slope(f, x, direction):
    angle = np.arctan2(direction[1], direction[0])
    step = 1e-5 * np.array([np.cos(angle), np.sin(angle)])
    return (f(x + step) - f(x - step)) / 2e-5
""",
        "the slope of the unscaled way, divided by its length": """
def slope(f, x, direction):
    h = 1e-5
    return (f(x + h * direction) - f(x - h * direction)) / (2 * h) / np.linalg.norm(direction)
""",
    },
    "3": {
        "transpose": """
def mended(f, points):
    return np.transpose(row_by_row_gradient(f, np.transpose(points)))
""",
        "swapaxes": """
def mended(f, points):
    return row_by_row_gradient(f, points.swapaxes(0, 1)).swapaxes(0, 1)
""",
        "a copy, each point a row": """
def mended(f, points):
    rows = np.array([points[:, k] for k in range(points.shape[1])])
    return np.column_stack(row_by_row_gradient(f, rows))
""",
        "zip": """
def mended(f, points):
    field = row_by_row_gradient(f, np.array(list(zip(*points))))
    return np.stack([field[:, 0], field[:, 1]])
""",
        "stacked along the last axis": """
def mended(f, points):
    u, v = row_by_row_gradient(f, np.stack([points[0], points[1]], axis=-1)).T
    return np.array([u, v])
""",
        "one point at a time, a list": """
def mended(f, points):
    columns = [row_by_row_gradient(f, np.array([point]))[0] for point in points.T]
    return [[c[0] for c in columns], [c[1] for c in columns]]
""",
        "points in a row, one by one": """
def mended(f, points):
    rows = points.ravel(order="F").reshape(-1, 2)
    return row_by_row_gradient(f, rows).T
""",
    },
    "4": {
        "mask": """
def same_length(u, v):
    length = np.sqrt(u**2 + v**2)
    length[length == 0] = 1
    return u / length, v / length
""",
        "nan for 0": """
def same_length(u, v):
    length = np.hypot(u, v)
    return np.nan_to_num(u / length), np.nan_to_num(v / length)
""",
        "where, an array": """
def same_length(u, v):
    length = np.linalg.norm([u, v], axis=0)
    return np.array([np.where(length > 0, part / length, 0) for part in (u, v)])
""",
        "divide where": """
def same_length(u, v):
    length = np.hypot(u, v)
    some = length != 0
    return (
        np.divide(u, length, out=np.zeros_like(u), where=some),
        np.divide(v, length, out=np.zeros_like(v), where=some),
    )
""",
        "an angle": """
def same_length(u, v):
    angle, some = np.arctan2(v, u), (u != 0) | (v != 0)
    return some * np.cos(angle), some * np.sin(angle)
""",
        "one added where it is 0": """
def same_length(u, v):
    length = np.hypot(u, v)
    length += length == 0
    return [u / length, v / length]
""",
        "arrow by arrow": """
def same_length(u, v):
    a, b = np.zeros(u.shape), np.zeros(v.shape)
    for k in np.ndindex(u.shape):
        length = (u[k] ** 2 + v[k] ** 2) ** 0.5
        if length > 0:
            a[k], b[k] = u[k] / length, v[k] / length
    return a, b
""",
        "single precision": """
def same_length(u, v):
    length = np.hypot(u, v)
    length = np.where(length == 0, 1, length)
    return (u / length).astype(np.float32), (v / length).astype(np.float32)
""",
    },
    "5": {
        "product of two squares": """
def two_valleys(x):
    return (x[0] - 1) ** 2 * (x[0] + 1) ** 2 + 3 * x[1] ** 2
""",
        "multiplied out": """
def two_valleys(x):
    return x[0] ** 4 - 2 * x[0] ** 2 + x[1] ** 2
""",
        "the nearer of two bowls": """
def two_valleys(x):
    return np.minimum((x[0] - 1) ** 2, (x[0] + 1) ** 2) + x[1] ** 2
""",
        "cosine": """
def two_valleys(x):
    return np.cos(np.pi * x[0]) + x[1] ** 2
""",
        "product of the squared distances": """
def two_valleys(x):
    return ((x[0] - 1) ** 2 + x[1] ** 2) * ((x[0] + 1) ** 2 + x[1] ** 2)
""",
        "distance from the nearer side": """
def two_valleys(x):
    return (np.abs(x[0]) - 1) ** 2 + x[1] ** 4 + x[1] ** 2
""",
        "where": """
def two_valleys(x):
    bottom = np.where(np.asarray(x[0]) > 0, 1, -1)
    return (x[0] - bottom) ** 2 + x[1] ** 2
""",
        "very flat": """
def two_valleys(x):
    return (x[0] ** 2 - 1) ** 4 + x[1] ** 4
""",
    },
}

WRONG = {
    "1": {
        "moves the caller's points": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        points[i] += h
        ahead = f(points)
        points[i] -= 2 * h
        field[i] = (ahead - f(points)) / (2 * h)
        points[i] += h
    return field
""",
        "moves them and leaves them": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        back = points.copy()
        back[i] -= h
        points[i] += h
        field[i] = (f(points) - f(back)) / (2 * h)
    return field
""",
        "no copies": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points, points
        ahead[i] += h
        back[i] -= h
        field[i] = (f(ahead) - f(back)) / (2 * h)
    return field
""",
        "one copy for both": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead = back = points.copy()
        ahead[i] += h
        back[i] -= h
        field[i] = (f(ahead) - f(back)) / (2 * h)
    return field
""",
        "copies made once": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    ahead, back = points.copy(), points.copy()
    for i in range(2):
        ahead[i] += h
        back[i] -= h
        field[i] = (f(ahead) - f(back)) / (2 * h)
    return field
""",
        "forward difference": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead = points.copy()
        ahead[i] += h
        field[i] = (f(ahead) - f(points)) / h
    return field
""",
        "divided by h": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points.copy(), points.copy()
        ahead[i] += h
        back[i] -= h
        field[i] = (f(ahead) - f(back)) / h
    return field
""",
        "divided by 2 and multiplied by h": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points.copy(), points.copy()
        ahead[i] += h
        back[i] -= h
        field[i] = (f(ahead) - f(back)) / 2 * h
    return field
""",
        "wrong sign": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points.copy(), points.copy()
        ahead[i] += h
        back[i] -= h
        field[i] = (f(back) - f(ahead)) / (2 * h)
    return field
""",
        "the first coordinate only": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(1):
        ahead, back = points.copy(), points.copy()
        ahead[i] += h
        back[i] -= h
        field[i] = (f(ahead) - f(back)) / (2 * h)
    return field
""",
        "both coordinates at once": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        field[i] = (f(points + h) - f(points - h)) / (2 * h)
    return field
""",
        "x0 twice": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points.copy(), points.copy()
        ahead[0] += h
        back[0] -= h
        field[i] = (f(ahead) - f(back)) / (2 * h)
    return field
""",
        "rows swapped": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points.copy(), points.copy()
        ahead[i] += h
        back[i] -= h
        field[1 - i] = (f(ahead) - f(back)) / (2 * h)
    return field
""",
        "columns for rows": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(points.shape[1]):
        ahead, back = points.copy(), points.copy()
        ahead[:, i] += h
        back[:, i] -= h
        field[:, i] = (f(ahead) - f(back))[i] / (2 * h)
    return field
""",
        "the first point only": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points.copy(), points.copy()
        ahead[i] += h
        back[i] -= h
        field[i] = ((f(ahead) - f(back)) / (2 * h))[0]
    return field
""",
        "returns within the loop": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points.copy(), points.copy()
        ahead[i] += h
        back[i] -= h
        field[i] = (f(ahead) - f(back)) / (2 * h)
        return field
""",
        "the gradient of the bowl": """
def my_gradient(f, points):
    return 2 * points
""",
        "shape (n, 2)": """
def my_gradient(f, points):
    return np.stack(gradient_field(f, *points), axis=1)
""",
        "forgets return": """
def my_gradient(f, points):
    h = 1e-5
    field = np.zeros_like(points)
    for i in range(2):
        ahead, back = points.copy(), points.copy()
        ahead[i] += h
        back[i] -= h
        field[i] = (f(ahead) - f(back)) / (2 * h)
""",
    },
    "2": {
        "length not made 1": """
def slope(f, x, direction):
    h = 1e-5
    return (f(x + h * direction) - f(x - h * direction)) / (2 * h)
""",
        "direction changed": """
def slope(f, x, direction):
    direction /= np.linalg.norm(direction)
    h = 1e-5
    return (f(x + h * direction) - f(x - h * direction)) / (2 * h)
""",
        "the point moved": """
def slope(f, x, direction):
    h = 1e-5
    step = h * direction / np.linalg.norm(direction)
    x += step
    ahead = f(x)
    x -= 2 * step
    return (ahead - f(x)) / (2 * h)
""",
        "forward difference": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(direction)
    h = 1e-5
    return (f(x + h * unit) - f(x)) / h
""",
        "divided by h": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(direction)
    h = 1e-5
    return (f(x + h * unit) - f(x - h * unit)) / h
""",
        "wrong sign": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(direction)
    h = 1e-5
    return (f(x - h * unit) - f(x + h * unit)) / (2 * h)
""",
        "divided by the sum": """
def slope(f, x, direction):
    unit = direction / np.sum(direction)
    h = 1e-5
    return (f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "divided by the sum of absolute values": """
def slope(f, x, direction):
    unit = direction / np.sum(np.abs(direction))
    h = 1e-5
    return (f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "divided by the largest": """
def slope(f, x, direction):
    unit = direction / np.max(np.abs(direction))
    h = 1e-5
    return (f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "divided by the square of the length": """
def slope(f, x, direction):
    unit = direction / np.sum(direction**2)
    h = 1e-5
    return (f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "the length of x": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(x)
    h = 1e-5
    return (f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "the formula of the bowl": """
def slope(f, x, direction):
    return 2 * x @ direction / np.linalg.norm(direction)
""",
        "the function of the notebook": """
def slope(g, x, direction):
    unit = direction / np.linalg.norm(direction)
    h = 1e-5
    return (f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "an absolute value": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(direction)
    h = 1e-5
    return abs(f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "the steepest slope": """
def slope(f, x, direction):
    return np.linalg.norm(np.ravel(gradient_field(f, *x.reshape(2, 1))))
""",
        "not summed": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(direction)
    return np.ravel(gradient_field(f, *x.reshape(2, 1))) * unit
""",
        "a coarse step": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(direction)
    return (f(x + unit) - f(x - unit)) / 2
""",
        "forgets return": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(direction)
    h = 1e-5
    (f(x + h * unit) - f(x - h * unit)) / (2 * h)
""",
        "half of the work": """
def slope(f, x, direction):
    unit = direction / np.linalg.norm(direction)
    return ...
""",
    },
    "3": {
        "swapped on the way in only": """
def mended(f, points):
    return row_by_row_gradient(f, points.T)
""",
        "swapped on the way out only": """
def mended(f, points):
    return row_by_row_gradient(f, points).T
""",
        "reshaped": """
def mended(f, points):
    return row_by_row_gradient(f, points.reshape(-1, 2)).reshape(2, -1)
""",
        "reshaped, then swapped": """
def mended(f, points):
    return row_by_row_gradient(f, points.reshape(-1, 2)).T
""",
        "swapped, then reshaped": """
def mended(f, points):
    return row_by_row_gradient(f, points.T).reshape(points.shape)
""",
        "324 points only": """
def mended(f, points):
    field = np.zeros((2, 324))
    for k in range(324):
        field[:, k] = row_by_row_gradient(f, points[:, k : k + 1].T)[0]
    return field
""",
        "the rows turned round": """
def mended(f, points):
    return row_by_row_gradient(f, points[::-1])[::-1]
""",
        "the function of the notebook": """
def mended(f, points):
    return row_by_row_gradient(slanted, points.T).T
""",
        "the answer of the notebook": """
def mended(f, points):
    return right
""",
        "a formula": """
def mended(f, points):
    return 2 * points + points[::-1]
""",
        "rows swapped in the result": """
def mended(f, points):
    return row_by_row_gradient(f, points.T).T[::-1]
""",
        "the points changed": """
def mended(f, points):
    rows = points.T.copy()
    points[:] = row_by_row_gradient(f, rows).T
    return points
""",
        "the first points only": """
def mended(f, points):
    return row_by_row_gradient(f, points[:, :2].T).T
""",
        "forgets return": """
def mended(f, points):
    row_by_row_gradient(f, points.T).T
""",
    },
    "4": {
        "nan": """
def same_length(u, v):
    length = np.hypot(u, v)
    return u / length, v / length
""",
        "u and v changed": """
def same_length(u, v):
    length = np.hypot(u, v)
    length[length == 0] = 1
    u /= length
    v /= length
    return u, v
""",
        "a little added to every length": """
def same_length(u, v):
    length = np.hypot(u, v) + 1e-7
    return u / length, v / length
""",
        "a little added under the root": """
def same_length(u, v):
    length = np.sqrt(u**2 + v**2 + 1e-12)
    return u / length, v / length
""",
        "short arrows left": """
def same_length(u, v):
    length = np.maximum(np.hypot(u, v), 1)
    return u / length, v / length
""",
        "short arrows taken for 0": """
def same_length(u, v):
    length = np.hypot(u, v)
    length = np.where(length < 0.1, 1, length)
    return u / length, v / length
""",
        "the longest has length 1": """
def same_length(u, v):
    length = np.max(np.hypot(u, v))
    return u / length, v / length
""",
        "one length for all": """
def same_length(u, v):
    length = np.linalg.norm([u, v])
    return u / length, v / length
""",
        "sum for root": """
def same_length(u, v):
    length = u**2 + v**2
    length = np.where(length == 0, 1, length)
    return u / length, v / length
""",
        "sum of absolute values": """
def same_length(u, v):
    length = np.abs(u) + np.abs(v)
    length = np.where(length == 0, 1, length)
    return u / length, v / length
""",
        "signs": """
def same_length(u, v):
    return np.sign(u), np.sign(v)
""",
        "every number by itself": """
def same_length(u, v):
    return np.nan_to_num(u / np.abs(u)), np.nan_to_num(v / np.abs(v))
""",
        "swapped": """
def same_length(u, v):
    length = np.hypot(u, v)
    length = np.where(length == 0, 1, length)
    return v / length, u / length
""",
        "u only": """
def same_length(u, v):
    length = np.hypot(u, v)
    length = np.where(length == 0, 1, length)
    return u / length, v
""",
        "v divided by the new length": """
def same_length(u, v):
    u = u / np.where(np.hypot(u, v) == 0, 1, np.hypot(u, v))
    v = v / np.where(np.hypot(u, v) == 0, 1, np.hypot(u, v))
    return u, v
""",
        "one of two results": """
def same_length(u, v):
    length = np.hypot(u, v)
    length = np.where(length == 0, 1, length)
    return u / length
""",
        "one if for all": """
def same_length(u, v):
    length = np.hypot(u, v)
    if length == 0:
        return 0, 0
    return u / length, v / length
""",
        "an arrow of length 0 gets a direction": """
def same_length(u, v):
    angle = np.arctan2(v, u)
    return np.cos(angle), np.sin(angle)
""",
        "forgets return": """
def same_length(u, v):
    length = np.hypot(u, v)
    length = np.where(length == 0, 1, length)
    u / length, v / length
""",
    },
    "5": {
        "troughs": """
def two_valleys(x):
    return (x[0] ** 2 - 1) ** 2
""",
        "sum of two bowls": """
def two_valleys(x):
    return (x[0] - 1) ** 2 + (x[0] + 1) ** 2 + x[1] ** 2
""",
        "peaks": """
def two_valleys(x):
    return -((x[0] ** 2 - 1) ** 2) - x[1] ** 2
""",
        "saddle points": """
def two_valleys(x):
    return (x[0] ** 2 - 1) ** 2 - x[1] ** 2
""",
        "along the other axis": """
def two_valleys(x):
    return x[0] ** 2 + (x[1] ** 2 - 1) ** 2
""",
        "at other points": """
def two_valleys(x):
    return x[0] ** 4 - x[0] ** 2 + x[1] ** 2
""",
        "kinks": """
def two_valleys(x):
    return np.abs(x[0] ** 2 - 1) + x[1] ** 2
""",
        "distance from the nearer point": """
def two_valleys(x):
    return np.minimum(np.hypot(x[0] - 1, x[1]), np.hypot(x[0] + 1, x[1]))
""",
        "product of the distances": """
def two_valleys(x):
    return np.hypot(x[0] - 1, x[1]) * np.hypot(x[0] + 1, x[1])
""",
        "a funnel in x1": """
def two_valleys(x):
    return (x[0] ** 2 - 1) ** 2 + np.abs(x[1])
""",
        "two hollows that pull at each other": """
def two_valleys(x):
    return -np.exp(-((x[0] - 1) ** 2) - x[1] ** 2) - np.exp(-((x[0] + 1) ** 2) - x[1] ** 2)
""",
        "not squared": """
def two_valleys(x):
    return (x[0] - 1) * (x[0] + 1) + x[1] ** 2
""",
        "one valley": """
def two_valleys(x):
    return (x[0] - 1) ** 2 + x[1] ** 2
""",
        "flat": """
def two_valleys(x):
    return 0 * x[0]
""",
        "a number": """
def two_valleys(x):
    return 0
""",
        "summed over all points": """
def two_valleys(x):
    return np.sum((x[0] ** 2 - 1) ** 2 + x[1] ** 2)
""",
        "if of an array": """
def two_valleys(x):
    if x[0] > 0:
        return (x[0] - 1) ** 2 + x[1] ** 2
    return (x[0] + 1) ** 2 + x[1] ** 2
""",
        "the points changed": """
def two_valleys(x):
    x **= 2
    return (x[0] - 1) ** 2 + x[1]
""",
        "tilted": """
def two_valleys(x):
    return (x[0] ** 2 - 1) ** 2 + x[1] ** 2 + 0.3 * x[0]
""",
        "forgets return": """
def two_valleys(x):
    (x[0] ** 2 - 1) ** 2 + x[1] ** 2
""",
    },
}
