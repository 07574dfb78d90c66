"""Answers to the tasks of the lab that compares the ways down."""

RIGHT = {
    "1": {
        "an array filled row by row": """
def descend(gradient, start, lr, steps):
    path = np.empty((steps + 1, 2))
    path[0] = start
    for k in range(steps):
        path[k + 1] = path[k] - lr * gradient(path[k])
    return path
""",
        "the last of a list": """
def descend(gradient, start, lr, steps):
    path = [start]
    while len(path) <= steps:
        path.append(path[-1] - lr * gradient(path[-1]))
    return np.stack(path)
""",
        "copies kept of a point that moves in place": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x.copy()]
    for _ in range(steps):
        x -= lr * gradient(x)
        path.append(x.copy())
    return np.array(path)
""",
        "two numbers, lists": """
def descend(gradient, start, lr, steps):
    a, b = start
    path = [[a, b]]
    for _ in range(steps):
        g = gradient(np.array([a, b]))
        a, b = a - lr * g[0], b - lr * g[1]
        path.append([a, b])
    return path
""",
        "a helper": """
def descend(gradient, start, lr, steps):
    if steps == 0:
        return np.array([start], dtype=float)
    before = descend(gradient, start, lr, steps - 1)
    return np.vstack([before, before[-1] - lr * np.asarray(gradient(before[-1]))])
""",
        "itertools": """
from itertools import accumulate


def descend(gradient, start, lr, steps):
    points = accumulate(range(steps), lambda x, _: x - lr * gradient(x), initial=np.array(start))
    return np.array(list(points))
""",
    },
    "2": {
        "a loop with a last look": """
def descend_until(gradient, start, lr, tolerance, most):
    path = [np.array(start, dtype=float)]
    for k in range(most + 1):
        g = gradient(path[-1])
        if np.max(np.abs(g)) <= tolerance:
            return np.array(path), "converged"
        if k == most:
            break
        new = path[-1] - lr * g
        if not np.isfinite(new).all():
            return np.array(path), "diverged"
        path.append(new)
    return np.array(path), "ran out of steps"
""",
        "else of a loop": """
def descend_until(gradient, start, lr, tolerance, most):
    x, ended = np.array(start, dtype=float), "ran out of steps"
    path = [x]
    for _ in range(most):
        if (abs(gradient(x)) <= tolerance).all():
            break
        x = x - lr * gradient(x)
        if np.any(~np.isfinite(x)):
            ended = "diverged"
            break
        path.append(x)
    if (abs(gradient(path[-1])) <= tolerance).all():
        ended = "converged"
    return np.array(path), ended
""",
        "norm of order infinity, a list": """
def descend_until(gradient, start, lr, tolerance, most):
    x, path = np.array(start, float), []
    while True:
        path.append(x)
        g = gradient(x)
        if np.linalg.norm(g, np.inf) <= tolerance:
            return path, "converged"
        if len(path) == most + 1:
            return path, "ran out of steps"
        x = x - lr * g
        if not all(np.isfinite(x)):
            return path, "diverged"
""",
        "entry by entry, a list of two": """
def small(g, tolerance):
    return all(-tolerance <= entry <= tolerance for entry in g)


def descend_until(gradient, start, lr, tolerance, most):
    path, steps = [np.array(start, dtype=float)], 0
    while not small(gradient(path[-1]), tolerance):
        if steps == most:
            return [np.array(path), "ran out of steps"]
        new = path[-1] - lr * gradient(path[-1])
        if np.isnan(new).any() or np.isinf(new).any():
            return [np.array(path), "diverged"]
        path.append(new)
        steps += 1
    return [np.array(path), "converged"]
""",
        "a counter that runs down": """
def descend_until(gradient, start, lr, tolerance, most):
    path, ended = [np.array(start, dtype=float)], None
    while ended is None:
        g = gradient(path[-1])
        new = path[-1] - lr * g
        if not np.any(np.abs(g) > tolerance):
            ended = "converged"
        elif most == 0:
            ended = "ran out of steps"
        elif not np.all(np.isfinite(new)):
            ended = "diverged"
        else:
            path.append(new)
            most -= 1
    return np.array(path), ended
""",
    },
    "3": {
        "one start after another": """
def lowest(f, gradient, starts, lr, steps):
    ends = []
    for x in starts.T:
        for _ in range(steps):
            x = x - lr * gradient(x)
        if np.isfinite(f(x)):
            ends.append(x)
    return min(ends, key=f)
""",
        "infinite for nan": """
def lowest(f, gradient, starts, lr, steps):
    x = starts.copy()
    for _ in range(steps):
        x -= lr * gradient(x)
    heights = f(x)
    heights[np.isnan(heights)] = np.inf
    return x[:, heights.argmin()]
""",
        "only those that are finite": """
def lowest(f, gradient, starts, lr, steps):
    x = np.array(starts, dtype=float)
    for _ in range(steps):
        x = x - lr * gradient(x)
    x = x[:, np.isfinite(f(x))]
    return x[:, np.argsort(f(x))[0]]
""",
        "a record that begins at infinity": """
def lowest(f, gradient, starts, lr, steps):
    best, height = None, np.inf
    for i in range(starts.shape[1]):
        x = starts[:, i]
        for _ in range(steps):
            x = x - lr * gradient(x)
        if f(x) < height:
            best, height = x, f(x)
    return best
""",
        "np.where and a tuple": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    z = np.where(np.isfinite(f(x)), f(x), 1e300)
    i = np.argmin(z)
    return x[0, i], x[1, i]
""",
    },
    "4": {
        "long enough, compared with the start": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    while high - low > 0.001:
        lr = (low + high) / 2
        x = start
        for _ in range(2000):
            x = x - lr * gradient(x)
        if np.linalg.norm(gradient(x)) < np.linalg.norm(gradient(start)):
            low = lr
        else:
            high = lr
    return low
""",
        "the middle": """
def largest_rate(gradient, start):
    def length(lr, steps):
        x = np.array(start, dtype=float)
        for _ in range(steps):
            x = x - lr * gradient(x)
        return np.hypot(*x)

    low, high = 0.0, 10.0
    for _ in range(12):
        middle = (low + high) / 2
        if length(middle, 1500) < length(middle, 300):
            low = middle
        else:
            high = middle
    return (low + high) / 2
""",
        "gradient_descent of the book": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(14):
        lr = (low + high) / 2
        zero = lambda x: 0.0
        run = gradient_descent(zero, start, lr=lr, steps=400, gradient=gradient)
        size = [np.abs(gradient(x)).max() for x in (run.path[len(run.path) // 2], run.x)]
        low, high = (lr, high) if run.ended != "diverged" and size[1] < size[0] else (low, lr)
    return low
""",
        "thirds of the range": """
def largest_rate(gradient, start):
    def converges(lr):
        x = start.copy()
        for _ in range(2000):
            x -= lr * gradient(x)
        return bool(np.abs(x).max() < np.abs(start).max())

    low, high = 0.0, 10.0
    for _ in range(13):
        one, two = (2 * low + high) / 3, (low + 2 * high) / 3
        if converges(two):
            low = two
        elif converges(one):
            low, high = one, two
        else:
            high = one
    return low
""",
        "a coarse grid, then a fine one": """
def largest_rate(gradient, start):
    def converges(lr):
        x = start
        for k in range(1000):
            x = x - lr * gradient(x)
            if k == 499:
                half = np.sum(gradient(x) ** 2)
        return np.isfinite(x).all() and np.sum(gradient(x) ** 2) <= half

    low = 0.0
    for step in [1, 0.1, 0.01, 0.001]:
        while converges(low + step):
            low += step
    return low
""",
        "a curvature by power iteration": """
def largest_rate(gradient, start):
    x = np.array(start, dtype=float)
    for _ in range(500):
        x = gradient(x) / np.linalg.norm(gradient(x))
    return 2 / np.linalg.norm(gradient(x))
""",
    },
    "5": {
        "the rate within the velocity": """
def roll(gradient, start, lr, beta, steps):
    x = np.array(start, dtype=float)
    path, v = [x], np.zeros_like(x)
    for _ in range(steps):
        v = beta * v - lr * gradient(x)
        x = x + v
        path.append(x)
    return np.array(path)
""",
        "the velocity in place": """
def roll(gradient, start, lr, beta, steps):
    x = np.array(start, dtype=float)
    path, v = [x], np.zeros_like(x)
    for _ in range(steps):
        v *= beta
        v += gradient(x)
        x = x - lr * v
        path.append(x)
    return path
""",
        "an array filled": """
def roll(gradient, start, lr, beta, steps):
    path, v = np.zeros((steps + 1, 2)), 0
    path[0] = start
    for k in range(1, steps + 1):
        v = beta * v + gradient(path[k - 1])
        path[k] = path[k - 1] - lr * v
    return path
""",
        "the last two points": """
def roll(gradient, start, lr, beta, steps):
    path = [np.array(start, dtype=float)] * 2
    for _ in range(steps):
        path.append(path[-1] + beta * (path[-1] - path[-2]) - lr * gradient(path[-1]))
    return np.array(path[1:])
""",
        "an optimizer of the book": """
def roll(gradient, start, lr, beta, steps):
    x, state = np.array(start, dtype=float), None
    path, v = [x], [0.0, 0.0]
    for _ in range(steps):
        g = gradient(x)
        v = [beta * v[0] + g[0], beta * v[1] + g[1]]
        x = np.array([x[0] - lr * v[0], x[1] - lr * v[1]])
        path += [x]
    return np.array(path)
""",
    },
    "6": {
        "Momentum": "runner = Momentum(lr=0.003)\n",
        "Adam": "runner = Adam(lr=0.05)\n",
        "Momentum, another beta": "runner = Momentum(0.001, beta=0.97)\n",
        "Adam, another beta": "runner = Adam(0.05, beta1=0.8)\n",
        "slower Momentum": "runner = Momentum(lr=0.002, beta=0.95)\n",
        "Adam, faster": "runner = Adam(lr=0.1)\n",
    },
}

WRONG = {
    "1": {
        "forgets return": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(steps):
        x = x - lr * gradient(x)
        path.append(x)
""",
        "in place": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(steps):
        x -= lr * gradient(x)
        path.append(x)
    return np.array(path)
""",
        "uphill": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(steps):
        x = x + lr * gradient(x)
        path.append(x)
    return np.array(path)
""",
        "one coordinate after the other": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x.copy()]
    for _ in range(steps):
        x[0] = x[0] - lr * gradient(x)[0]
        x[1] = x[1] - lr * gradient(x)[1]
        path.append(x.copy())
    return np.array(path)
""",
        "start moved": """
def descend(gradient, start, lr, steps):
    path = [np.array(start, dtype=float)]
    x = start
    for _ in range(steps):
        x[:] = x - lr * gradient(x)
        path.append(np.array(x, dtype=float))
    return np.array(path)
""",
        "without the start": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = []
    for _ in range(steps):
        x = x - lr * gradient(x)
        path.append(x)
    return np.array(path)
""",
        "one step short": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(1, steps):
        x = x - lr * gradient(x)
        path.append(x)
    return np.array(path)
""",
        "one step too many where there is none": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    while True:
        x = x - lr * gradient(x)
        path.append(x)
        if len(path) > steps:
            return np.array(path)
""",
        "the gradient of the start alone": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path, g = [x], gradient(x)
    for _ in range(steps):
        x = x - lr * g
        path.append(x)
    return np.array(path)
""",
        "no learning rate": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(steps):
        x = x - gradient(x)
        path.append(x)
    return np.array(path)
""",
        "integers": """
def descend(gradient, start, lr, steps):
    path = np.zeros((steps + 1, 2), dtype=int)
    path[0] = start
    for k in range(steps):
        path[k + 1] = path[k] - lr * gradient(path[k])
    return path
""",
        "the end only": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x
""",
        "the notebook's gradient": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(steps):
        x = x - lr * ravine.gradient(x)
        path.append(x)
    return np.array(path)
""",
        "a direction of length 1": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(steps):
        g = gradient(x)
        x = x - lr * g / np.linalg.norm(g)
        path.append(x)
    return np.array(path)
""",
        "points in columns": """
def descend(gradient, start, lr, steps):
    x = np.array(start, dtype=float)
    path = [x]
    for _ in range(steps):
        x = x - lr * gradient(x)
        path.append(x)
    return np.array(path).T
""",
    },
    "2": {},
    "3": {
        "as it was": """
def lowest(f, gradient, starts, lr, steps):
    return starts[:, 0]
""",
        "forgets return": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    x[:, np.nanargmin(f(x))]
""",
        "the lowest start": """
def lowest(f, gradient, starts, lr, steps):
    x = starts[:, np.nanargmin(f(starts))]
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x
""",
        "the start of the lowest end": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return starts[:, np.nanargmin(f(x))]
""",
        "argmin takes nan": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x[:, np.argmin(f(x))]
""",
        "a record that begins at the first": """
def lowest(f, gradient, starts, lr, steps):
    best = None
    for x in starts.T:
        for _ in range(steps):
            x = x - lr * gradient(x)
        if best is None or f(x) < f(best):
            best = x
    return best
""",
        "the starts moved": """
def lowest(f, gradient, starts, lr, steps):
    for _ in range(steps):
        starts -= lr * gradient(starts)
    return starts[:, np.nanargmin(f(starts))]
""",
        "the height": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return np.nanmin(f(x))
""",
        "the highest": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x[:, np.nanargmax(f(x))]
""",
        "uphill": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x + lr * gradient(x)
    return x[:, np.argmin(np.nan_to_num(f(x)))]
""",
        "nearest to 0": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x[:, np.nanargmin(np.abs(f(x)))]
""",
        "nan taken for 0": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x[:, np.argmin(np.nan_to_num(f(x)))]
""",
        "the notebook's function": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x[:, np.nanargmin(tilted(x))]
""",
        "the lowest coordinate": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return np.nanmin(x, axis=1)
""",
        "a column": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    i = np.nanargmin(f(x))
    return x[:, i : i + 1]
""",
        "rows for columns": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x[np.nanargmin(f(x)) % 2][:2]
""",
        "the last one": """
def lowest(f, gradient, starts, lr, steps):
    x = starts
    for _ in range(steps):
        x = x - lr * gradient(x)
    return x[:, np.isfinite(f(x))][:, -1]
""",
        "made for three or four starts": """
def lowest(f, gradient, starts, lr, steps):
    ends = []
    for i in range(3):
        x = starts[:, i]
        for _ in range(steps):
            x = x - lr * gradient(x)
        ends.append(x)
    return min((x for x in ends if np.isfinite(f(x))), key=f)
""",
    },
    "4": {
        "as it was": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    return low
""",
        "forgets return": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(1000):
            x = x - half * gradient(x)
        low, high = (half, high) if np.hypot(*x) < np.hypot(*start) else (low, half)
""",
        "one step": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start - half * gradient(start)
        low, high = (half, high) if np.hypot(*x) < np.hypot(*start) else (low, half)
    return low
""",
        "ten steps": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(10):
            x = x - half * gradient(x)
        low, high = (half, high) if np.hypot(*x) < np.hypot(*start) else (low, half)
    return low
""",
        "whatever is finite": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(400):
            x = x - half * gradient(x)
        low, high = (half, high) if np.isfinite(x).all() else (low, half)
    return low
""",
        "within a fixed box": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(400):
            x = x - half * gradient(x)
        low, high = (half, high) if np.abs(x).max() < 100 else (low, half)
    return low
""",
        "halved too few times": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(5):
        half = (low + high) / 2
        x = start
        for _ in range(1000):
            x = x - half * gradient(x)
        low, high = (half, high) if np.hypot(*x) < np.hypot(*start) else (low, half)
    return low
""",
        "the sides exchanged": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(1000):
            x = x - half * gradient(x)
        low, high = (low, half) if np.hypot(*x) < np.hypot(*start) else (half, high)
    return low
""",
        "the first coordinate alone": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(1000):
            x = x - half * gradient(x)
        low, high = (half, high) if abs(x[0]) < abs(start[0]) else (low, half)
    return low
""",
        "start moved": """
def largest_rate(gradient, start):
    begin = start.copy()
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        x[:] = begin
        for _ in range(1000):
            x -= half * gradient(x)
        low, high = (half, high) if np.hypot(*x) < np.hypot(*begin) else (low, half)
    return low
""",
        "up to 1": """
def largest_rate(gradient, start):
    low, high = 0.0, 4.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(1000):
            x = x - half * gradient(x)
        low, high = (half, high) if np.hypot(*x) < np.hypot(*start) else (low, half)
    return low
""",
        "the curvature along the axes": """
def largest_rate(gradient, start):
    one, two = gradient(np.array([1.0, 0.0])), gradient(np.array([0.0, 1.0]))
    return 2 / max(one[0], two[1])
""",
        "the curvature along the start": """
def largest_rate(gradient, start):
    return 2 * np.linalg.norm(start) / np.linalg.norm(gradient(start))
""",
        "half of it": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(1000):
            x = x - half * gradient(x)
        low, high = (half, high) if np.hypot(*x) < np.hypot(*start) else (low, half)
    return low / 2
""",
        "a coarse grid": """
def largest_rate(gradient, start):
    best = 0
    for lr in np.arange(0, 10, 0.1):
        x = start
        for _ in range(1000):
            x = x - lr * gradient(x)
        if np.hypot(*x) < np.hypot(*start):
            best = lr
    return best
""",
        "both ends": """
def largest_rate(gradient, start):
    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        x = start
        for _ in range(1000):
            x = x - half * gradient(x)
        low, high = (half, high) if np.hypot(*x) < np.hypot(*start) else (low, half)
    return low, high
""",
        "a slope below 1 in the end": """
def largest_rate(gradient, start):
    def converges(lr):
        x = np.array(start, dtype=float)
        for _ in range(400):
            x = x - lr * gradient(x)
        return np.abs(gradient(x)).max() < 1

    low, high = 0.0, 10.0
    for _ in range(20):
        half = (low + high) / 2
        low, high = (half, high) if converges(half) else (low, half)
    return low
""",
    },
    "5": {},
    "6": {
        "as it was": "runner = SGD(lr=0.01)\n",
        "too slow": "runner = SGD(lr=0.0005)\n",
        "Momentum, too fast": "runner = Momentum(lr=0.05)\n",
        "Adam, too slow": "runner = Adam(lr=0.001)\n",
        "AdaGrad": "runner = AdaGrad(lr=0.1)\n",
        "RMSProp goes round the bottom": "runner = RMSProp(lr=0.1)\n",
        "a class": "runner = Adam\n",
        "nothing": "runner = ...\n",
        "a name": 'runner = "Adam"\n',
        "three of them": "runner = [SGD(0.5), SGD(0.01), Momentum(0.001)]\n",
    },
}

UNTIL = """
def descend_until(gradient, start, lr, tolerance, most):
    x = np.array(start, dtype=float)
    path = [x]
    while True:
        g = gradient(x)
        if np.all(np.abs(g) <= tolerance):
            return np.array(path), "converged"
        if len(path) > most:
            return np.array(path), "ran out of steps"
        x = x - lr * g
        if not np.all(np.isfinite(x)):
            return np.array(path), "diverged"
        path.append(x)
"""
ROLL = """
def roll(gradient, start, lr, beta, steps):
    x = np.array(start, dtype=float)
    path, v = [x], np.zeros_like(x)
    for _ in range(steps):
        v = beta * v + gradient(x)
        x = x - lr * v
        path.append(x)
    return np.array(path)
"""


def changed(code, *pairs):
    """Return the code with each text replaced by another."""
    for old, new in pairs:
        assert old in code, old
        code = code.replace(old, new)
    return code


SMALL = "np.all(np.abs(g) <= tolerance)"
WRONG["2"] = {
    name: changed(UNTIL, *pairs)
    for name, pairs in {
        "the norm": [(SMALL, "np.linalg.norm(g) <= tolerance")],
        "the sum of the sizes": [(SMALL, "np.abs(g).sum() <= tolerance")],
        "the sum": [(SMALL, "abs(g.sum()) <= tolerance")],
        "the mean": [(SMALL, "np.abs(g).mean() <= tolerance")],
        "the first entry": [(SMALL, "abs(g[0]) <= tolerance")],
        "without the sign taken off": [(SMALL, "np.all(g <= tolerance)")],
        "any entry": [(SMALL, "np.any(np.abs(g) <= tolerance)")],
        "less than": [(SMALL, "np.all(np.abs(g) < tolerance)")],
        "a tolerance of its own": [(SMALL, "np.all(np.abs(g) <= 1e-3)")],
        "one step more": [("len(path) > most", "len(path) > most + 1")],
        "one step less": [("len(path) > most", "len(path) >= most")],
        "no last look": [
            ("while True", "for _ in range(most)"),
            ("        if len(path) > most:\n", ""),
            ('            return np.array(path), "ran out of steps"\n', ""),
            ("path.append(x)\n", 'path.append(x)\n    return np.array(path), "ran out of steps"\n'),
        ],
        "any entry finite": [("np.all(np.isfinite(x))", "np.any(np.isfinite(x))")],
        "nan alone": [("not np.all(np.isfinite(x))", "np.any(np.isnan(x))")],
        "large for infinite": [("not np.all(np.isfinite(x))", "np.abs(x).max() > 1e6")],
        "the bad point kept": [
            ("        if not np.all", "        path.append(x)\n        if not np.all"),
            ('"diverged"\n        path.append(x)\n', '"diverged"\n'),
        ],
        "moves before it looks": [
            (
                "        g = gradient(x)\n",
                "        x = x - lr * gradient(x)\n        g = gradient(x)\n",
            )
        ],
        "uphill": [("x - lr * g", "x + lr * g")],
        "in place": [("x = x - lr * g", "x -= lr * g")],
        "results exchanged": [("np.array(path), ", ""), ('d"\n', 'd", np.array(path)\n')],
        "the path alone": [
            (', "converged"', ""),
            (', "ran out of steps"', ""),
            (', "diverged"', ""),
        ],
        "other words": [('"converged"', '"arrived"')],
        "forgets return": [("return ", "result = "), ("while True", "for _ in range(most)")],
        "start moved": [
            ("np.array(start, dtype=float)\n    path = [x]", "start\n    path = [x.copy()]"),
            ("x = x - lr * g", "x -= lr * g"),
            ("path.append(x)", "path.append(x.copy())"),
        ],
    }.items()
}
WRONG["5"] = {
    name: changed(ROLL, *pairs)
    for name, pairs in {
        "forgets return": [("    return np.array(path)\n", "")],
        "in place": [("x = x - lr", "x -= lr")],
        "plain descent": [("x - lr * v", "x - lr * gradient(x)")],
        "a mean of the slopes": [("+ gradient", "+ (1 - beta) * gradient")],
        "always 0.9": [("beta * v", "0.9 * v")],
        "no friction": [("beta * v", "v")],
        "uphill": [("x - lr * v", "x + lr * v")],
        "minus the gradient": [("+ gradient", "- gradient")],
        "moves, then gathers speed": [
            (
                "        v = beta * v + gradient(x)\n        x = x - lr * v\n",
                "        x = x - lr * v\n        v = beta * v + gradient(x)\n",
            ),
        ],
        "the rate twice": [("+ gradient", "+ lr * gradient")],
        "Nesterov": [("gradient(x)", "gradient(x - lr * beta * v)")],
        "begins with a push": [("np.zeros_like(x)", "gradient(x)")],
        "forgets in each step": [("        v = ", "        v = 0 * v\n        v = ")],
        "without the start": [("path, v = [x]", "path, v = []")],
        "one step short": [("range(steps)", "range(steps - 1)")],
        "start moved": [
            ("np.array(start, dtype=float)\n    path, v = [x]", "start\n    path, v = [x.copy()]"),
            ("x = x - lr", "x -= lr"),
            ("path.append(x)", "path.append(x.copy())"),
        ],
        "with the velocity": [("return np.array(path)", "return np.array(path), v")],
        "one coordinate after the other": [
            (
                "        x = x - lr * v\n        path.append(x)",
                "        x = x.copy()\n        x[0] -= lr * v[0]\n        "
                "v[1] += gradient(x)[1] - gradient(path[-1])[1]\n"
                "        x[1] -= lr * v[1]\n        path.append(x)",
            ),
        ],
    }.items()
}
