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
        "turned by a matrix": """
def level_walk(gradient, start, length, steps):
    turn = np.array([[0, -1], [1, 0]])
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] + length * (turn @ g) / np.linalg.norm(g))
    return np.array(path)
""",
        "an angle, a list of lists": """
import math

def level_walk(gradient, start, length, steps):
    x0, x1 = map(float, start)
    path = [[x0, x1]]
    for _ in range(steps):
        g0, g1 = gradient(np.array([x0, x1]))
        angle = math.atan2(g1, g0) + math.pi / 2
        x0, x1 = x0 + length * math.cos(angle), x1 + length * math.sin(angle)
        path.append([x0, x1])
    return path
""",
        "complex numbers": """
def level_walk(gradient, start, length, steps):
    path = [complex(*start)]
    for _ in range(steps):
        g = complex(*gradient(np.array([path[-1].real, path[-1].imag])))
        path.append(path[-1] + 1j * g / abs(g) * length)
    return np.array([[p.real, p.imag] for p in path])
""",
        "an array, filled": """
def level_walk(gradient, start, length, steps):
    path = np.empty((steps + 1, 2))
    path[0] = start
    for k in range(steps):
        g = gradient(path[k])
        path[k + 1] = path[k] + length / np.hypot(*g) * np.array([-g[1], g[0]])
    return path
""",
        "a copy moved in place, copied at each step": """
def level_walk(gradient, start, length, steps):
    x = np.array(start, dtype=float)
    path = [x.copy()]
    for _ in range(steps):
        g = gradient(x)
        x += length * np.array([-g[1], g[0]]) / np.sqrt(np.sum(g**2))
        path.append(x.copy())
    return np.array(path)
""",
        "single precision": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=np.float32)]
    for _ in range(steps):
        g = gradient(path[-1].astype(float))
        left = np.array([-g[1], g[0]]) / np.hypot(*g)
        path.append(path[-1] + (length * left).astype(np.float32))
    return np.array(path)
""",
        "a helper, recursion": """
def level_walk(gradient, start, length, steps):
    x = np.array(start, dtype=float)
    if steps == 0:
        return x[None]
    g = gradient(x)
    left = np.flip(g) * [-1, 1] / np.hypot(*g)
    return np.vstack([x, level_walk(gradient, x + length * left, length, steps - 1)])
""",
        "helpers": """
def left(g):
    return np.array([-g[1], g[0]]) / np.hypot(*g)

def move(x, g, length):
    return x + length * left(g)

def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        path.append(move(path[-1], gradient(path[-1]), length))
    return np.array(path)
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
        "a helper": """
def unit(part, length):
    return np.divide(part, length, out=np.zeros_like(part), where=length > 0)

def same_length(u, v):
    return unit(u, np.hypot(u, v)), unit(v, np.hypot(u, v))
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
        "turned right": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] + length * np.array([g[1], -g[0]]) / np.hypot(*g))
    return np.array(path)
""",
        "length not made 1": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] + length * np.array([-g[1], g[0]]))
    return np.array(path)
""",
        "downhill": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] - length * g / np.hypot(*g))
    return np.array(path)
""",
        "exchanged without a sign": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] + length * np.array([g[1], g[0]]) / np.hypot(*g))
    return np.array(path)
""",
        "one sign changed, not exchanged": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] + length * np.array([-g[0], g[1]]) / np.hypot(*g))
    return np.array(path)
""",
        "start moved in place": """
def level_walk(gradient, start, length, steps):
    path = [start.copy()]
    for _ in range(steps):
        g = gradient(start)
        start += length * np.array([-g[1], g[0]]) / np.hypot(*g)
        path.append(start.copy())
    return np.array(path)
""",
        "one array moved in place": """
def level_walk(gradient, start, length, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(steps):
        g = gradient(x)
        x += length * np.array([-g[1], g[0]]) / np.hypot(*g)
        path.append(x)
    return np.array(path)
""",
        "the direction of the start all the way": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    g = gradient(path[0])
    for _ in range(steps):
        path.append(path[-1] + length * np.array([-g[1], g[0]]) / np.hypot(*g))
    return np.array(path)
""",
        "start missing": """
def level_walk(gradient, start, length, steps):
    x, path = np.array(start, dtype=float), []
    for _ in range(steps):
        g = gradient(x)
        x = x + length * np.array([-g[1], g[0]]) / np.hypot(*g)
        path.append(x)
    return np.array(path)
""",
        "one step too many": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps + 1):
        g = gradient(path[-1])
        path.append(path[-1] + length * np.array([-g[1], g[0]]) / np.hypot(*g))
    return np.array(path)
""",
        "one coordinate after the other": """
def level_walk(gradient, start, length, steps):
    x = np.array(start, dtype=float)
    path = [x.copy()]
    for _ in range(steps):
        x[0] -= length * gradient(x)[1] / np.hypot(*gradient(x))
        x[1] += length * gradient(x)[0] / np.hypot(*gradient(x))
        path.append(x.copy())
    return np.array(path)
""",
        "divided by the sum": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] + length * np.array([-g[1], g[0]]) / np.sum(np.abs(g)))
    return np.array(path)
""",
        "a circle about the origin": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        x0, x1 = path[-1]
        path.append(path[-1] + length * np.array([-x1, x0]) / np.hypot(x0, x1))
    return np.array(path)
""",
        "the gradient of the notebook": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = himmelblau.gradient(path[-1])
        path.append(path[-1] + length * np.array([-g[1], g[0]]) / np.hypot(*g))
    return np.array(path)
""",
        "the last point only": """
def level_walk(gradient, start, length, steps):
    x = np.array(start, dtype=float)
    for _ in range(steps):
        g = gradient(x)
        x = x + length * np.array([-g[1], g[0]]) / np.hypot(*g)
    return x
""",
        "coordinates in rows": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] + length * np.array([-g[1], g[0]]) / np.hypot(*g))
    return np.transpose(path)
""",
        "forgets return": """
def level_walk(gradient, start, length, steps):
    path = [np.array(start, dtype=float)]
    for _ in range(steps):
        g = gradient(path[-1])
        path.append(path[-1] + length * np.array([-g[1], g[0]]) / np.hypot(*g))
""",
    },
    "3": {
        "turned by a quarter": """
def mended(f, points):
    return np.rot90(row_by_row_gradient(f, np.rot90(points, -1)))
""",
        "flipped both ways": """
def mended(f, points):
    return np.flip(row_by_row_gradient(f, np.flip(points.T)).T)
""",
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
        "a very little added": """
def same_length(u, v):
    length = np.hypot(u, v) + 1e-12
    return u / length, v / length
""",
        "nearly 0 taken for 0": """
def same_length(u, v):
    length = np.hypot(u, v)
    length = np.where(np.isclose(length, 0), 1, length)
    return u / length, v / length
""",
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
        "upright arrows left": """
def same_length(u, v):
    length = np.where(u == 0, 1, np.hypot(u, v))
    return u / length, v / length
""",
    },
    "5": {
        "distance from a ring": """
def two_valleys(x):
    return (np.hypot(x[0], x[1]) - 1) ** 2
""",
        "a ring": """
def two_valleys(x):
    return (x[0] ** 2 + x[1] ** 2 - 1) ** 2
""",
        "a third valley, three roots": """
def two_valleys(x):
    return (x[0] * (x[0] ** 2 - 1)) ** 2 + x[1] ** 2
""",
        "a third valley": """
def two_valleys(x):
    return np.sin(np.pi * x[0]) ** 2 + x[1] ** 2
""",
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
        "six valleys": """
def two_valleys(x):
    return (x[0] ** 2 - 1) ** 2 + x[1] ** 2 * (x[1] ** 2 - 1) ** 2
""",
        "valleys in every row": """
def two_valleys(x):
    return np.cos(np.pi * x[0]) - np.cos(2 * np.pi * x[1])
""",
    },
}
