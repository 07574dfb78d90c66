"""Answers to the tasks of the lab on a network that reads digits."""

RIGHT = {
    "1": {
        "lists, drawn one by one": """
def split(x, t, first, rng):
    order = list(rng.permutation(len(x)))
    head, tail = order[:first], order[first:]
    return [x[i] for i in head], [t[i] for i in head], [x[i] for i in tail], [t[i] for i in tail]
""",
        "indices shuffled in place, a list of results": """
def split(x, t, first, rng):
    order = np.arange(len(t))
    rng.shuffle(order)
    return [x[order[:first]], t[order[:first]], x[order[first:]], t[order[first:]]]
""",
        "sorted by random keys": """
def split(x, t, first, rng):
    order = np.argsort(rng.random(len(t)))
    return x[order][:first], t[order][:first], x[order][first:], t[order][first:]
""",
        "a copy of both in one table": """
def split(x, t, first, rng):
    table = rng.permutation(np.column_stack([x, t]))
    return table[:first, :-1], table[:first, -1], table[first:, :-1], table[first:, -1]
""",
        "copies, shuffled by a state kept": """
def split(x, t, first, rng):
    x, t, state = x.copy(), t.copy(), rng.bit_generator.state
    rng.shuffle(x)
    rng.bit_generator.state = state
    rng.shuffle(t)
    return x[:first], t[:first], x[first:], t[first:]
""",
        "drawn without putting back; np.split and np.take": """
def split(x, t, first, rng):
    order = rng.choice(len(t), size=len(t), replace=False)
    one, two = np.split(order, [first])
    return np.take(x, one, axis=0), t.take(one), np.take(x, two, axis=0), t.take(two)
""",
    },
    "2": {
        "a loop": """
def accuracy(z, t):
    right = 0
    for row, true in zip(z, t):
        if row.argmax() == true:
            right += 1
    return right / len(t)
""",
        "a count": """
def accuracy(z, t):
    return np.count_nonzero(z.argmax(axis=-1) == t) / t.size
""",
        "the highest score is that of the true class": """
def accuracy(z, t):
    return (z[np.arange(len(t)), t] == z.max(axis=1)).mean()
""",
        "float32": """
def accuracy(z, t):
    return np.equal(np.argmax(z, 1), t).mean(dtype=np.float32)
""",
        "sorted rows, a helper": """
def answer(row):
    return np.argsort(row)[-1]


def accuracy(z, t):
    return sum(answer(row) == true for row, true in zip(z, t)) / z.shape[0]
""",
        "one minus the share of the wrong": """
def accuracy(z, t):
    return 1 - np.mean(np.argmax(z, axis=1) != t)
""",
        "softmax first": """
def accuracy(z, t):
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    return np.average(p.argmax(axis=1) == t)
""",
    },
    "3": {
        "yield": """
def batches(n, size, rng):
    order = rng.permutation(n)
    for start in range(0, n, size):
        yield order[start : start + size]
""",
        "lists": """
def batches(n, size, rng):
    order = list(range(n))
    rng.shuffle(order)
    return [order[k : k + size] for k in range(0, n, size)]
""",
        "np.split": """
def batches(n, size, rng):
    return np.split(rng.permutation(n), range(size, n, size))
""",
        "the rest one by one, a while loop": """
def batches(n, size, rng):
    rest, dealt = rng.permutation(n), []
    while len(rest) > 0:
        dealt.append(rest[:size])
        rest = rest[size:]
    return dealt
""",
        "rounded up": """
def batches(n, size, rng):
    order = rng.choice(n, n, replace=False)
    return [order[k * size : (k + 1) * size] for k in range(-(-n // size))]
""",
        "keys, a tuple of results": """
def batches(n, size, rng):
    order = rng.random(n).argsort()
    return tuple(order[k : min(k + size, n)] for k in range(0, n, size))
""",
        "the whole ones, then the rest": """
def batches(n, size, rng):
    order = rng.permutation(n)
    dealt = [order[k * size : (k + 1) * size] for k in range(n // size)]
    if n % size:
        dealt.append(order[n // size * size :])
    return dealt
""",
    },
    "4": {
        "an optimizer's step": """
def fit(w, x, t, lr, epochs, size, rng):
    history, optimizer = [w], SGD(lr)
    for _ in range(epochs):
        for batch in mini_batches(len(t), size, rng=rng):
            w, _state = optimizer.step(w, net.gradient(w, x[batch], t[batch]))
        history.append(w)
    return history
""",
        "in place on copies": """
import copy


def fit(w, x, t, lr, epochs, size, rng):
    w = copy.deepcopy(w)
    history = [copy.deepcopy(w)]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            for name, slope in net.gradient(w, x[batch], t[batch]).items():
                w[name] -= lr * slope
        history.append(copy.deepcopy(w))
    return history
""",
        "shuffled by hand, a tuple": """
def fit(w, x, t, lr, epochs, size, rng):
    history = (w,)
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), size):
            batch = order[start : start + size]
            slope = net.gradient(w, x[batch], t[batch])
            w = dict((name, w[name] - lr * slope[name]) for name in w)
        history += (w,)
    return history
""",
        "a helper for an epoch": """
def epoch(w, x, t, lr, size, rng):
    for batch in mini_batches(len(x), size, rng=rng):
        slope = net.gradient(w, x[batch], t[batch])
        w = {name: w[name] - lr * slope[name] for name in w}
    return w


def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    while len(history) <= epochs:
        history.append(epoch(history[-1], x, t, lr, size, rng))
    return history
""",
        "arrays shuffled anew": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        order = rng.permutation(len(x))
        x, t = x[order], t[order]
        for k in range(0, len(x), size):
            slope = net.gradient(w, x[k : k + size], t[k : k + size])
            new = {}
            for name in w:
                new[name] = w[name] - lr * slope[name]
            w = new
        history.append(w)
    return history
""",
        "a copy of the dictionary, new arrays in it": """
def fit(w, x, t, lr, epochs, size, rng):
    w = dict(w)
    history = [dict(w)]
    for _ in range(epochs):
        for batch in list(mini_batches(len(x), size, rng=rng)):
            slope = net.gradient(w, x[batch], t[batch])
            for name in w:
                w[name] = w[name] - lr * slope[name]
        history.append(dict(w))
    return history
""",
        "float32": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [{name: w[name].astype(np.float32) for name in w}]
    for _ in range(epochs):
        w = history[-1]
        for batch in mini_batches(len(x), size, rng=rng):
            slope = net.gradient(w, x[batch], t[batch])
            w = {name: np.float32(w[name] - lr * slope[name]) for name in w}
        history.append(w)
    return history
""",
        "a helper for a step": """
def step(w, gradient, lr):
    return {name: w[name] - lr * gradient[name] for name in w}

def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            w = step(w, net.gradient(w, x[batch], t[batch]), lr)
        history.append(w)
    return history
""",
    },
    "5": {
        "np.add.at": """
def confusion(t, answers):
    counts = np.zeros((10, 10))
    np.add.at(counts, (t, answers), 1)
    return counts
""",
        "bincount": """
def confusion(t, answers):
    return np.bincount(10 * t + answers, minlength=100).reshape(10, 10)
""",
        "histogram2d": """
def confusion(t, answers):
    return np.histogram2d(t, answers, bins=np.arange(11) - 0.5)[0]
""",
        "lists of lists": """
def confusion(t, answers):
    return [[sum((t == j) & (answers == k)) for k in range(10)] for j in range(10)]
""",
        "a matrix product, float32": """
def confusion(t, answers):
    one = np.eye(10, dtype=np.float32)
    return one[t].T @ one[answers]
""",
        "loop over the places": """
def confusion(t, answers):
    table = np.zeros([10, 10], int)
    for i in range(len(t)):
        table[t[i]][answers[i]] += 1
    return table
""",
    },
    "6": {
        "Adam": "hidden, optimizer, size = 50, Adam(0.01), 32\n",
        "Adam, fewer in a mini-batch": "hidden, optimizer, size = 50, Adam(0.01), 16\n",
        "Momentum": "hidden, optimizer, size = 50, Momentum(0.05), 16\n",
        "Momentum, more hidden values": "hidden, optimizer, size = 100, Momentum(0.05), 32\n",
        "more hidden values": "size = 32\nhidden = 200\noptimizer = Adam(lr=0.005)\n",
    },
}

WRONG = {
    "1": {
        "forgets return": """
def split(x, t, first, rng):
    order = rng.permutation(len(t))
    x, t = x[order], t[order]
    x[:first], t[:first], x[first:], t[first:]
""",
        "shuffled apart": """
def split(x, t, first, rng):
    x, t = rng.permutation(x), rng.permutation(t)
    return x[:first], t[:first], x[first:], t[first:]
""",
        "not shuffled": """
def split(x, t, first, rng):
    return x[:first], t[:first], x[first:], t[first:]
""",
        "split first, then each part shuffled": """
def split(x, t, first, rng):
    one, two = rng.permutation(first), first + rng.permutation(len(t) - first)
    return x[one], t[one], x[two], t[two]
""",
        "only the first part shuffled": """
def split(x, t, first, rng):
    order = rng.permutation(first)
    return x[order], t[order], x[first:], t[first:]
""",
        "reversed": """
def split(x, t, first, rng):
    x, t = x[::-1], t[::-1]
    return x[:first], t[:first], x[first:], t[first:]
""",
        "turned round": """
def split(x, t, first, rng):
    by = rng.integers(1, len(t))
    x, t = np.roll(x, by, axis=0), np.roll(t, by)
    return x[:first], t[:first], x[first:], t[first:]
""",
        "the pictures changed in place": """
def split(x, t, first, rng):
    order = rng.permutation(len(t))
    x[:] = x[order]
    t = t[order]
    return x[:first], t[:first], x[first:], t[first:]
""",
        "both shuffled in place": """
def split(x, t, first, rng):
    state = rng.bit_generator.state
    rng.shuffle(x)
    rng.bit_generator.state = state
    rng.shuffle(t)
    return x[:first], t[:first], x[first:], t[first:]
""",
        "another order of the results": """
def split(x, t, first, rng):
    order = rng.permutation(len(t))
    x, t = x[order], t[order]
    return x[:first], x[first:], t[:first], t[first:]
""",
        "two results": """
def split(x, t, first, rng):
    order = rng.permutation(len(t))
    return (x[order][:first], t[order][:first]), (x[order][first:], t[order][first:])
""",
        "the last sample dropped": """
def split(x, t, first, rng):
    order = rng.permutation(len(t))
    return x[order[:first]], t[order[:first]], x[order[first:-1]], t[order[first:-1]]
""",
        "drawn with putting back": """
def split(x, t, first, rng):
    order = rng.integers(len(t), size=len(t))
    return x[order[:first]], t[order[:first]], x[order[first:]], t[order[first:]]
""",
        "the numbers for the answers": """
def split(x, t, first, rng):
    order = rng.permutation(len(t))
    return x[order[:first]], order[:first], x[order[first:]], order[first:]
""",
        "the answers of the rest left in order": """
def split(x, t, first, rng):
    order = rng.permutation(len(t))
    return x[order[:first]], t[order[:first]], x[order[first:]], t[first:]
""",
        "a seed of its own": """
def split(x, t, first, rng):
    order = np.random.default_rng(0).permutation(len(t))
    return x[order[:first]], t[order[:first]], x[order[first:]], t[order[first:]]
""",
        "made for seven of ten": """
def split(x, t, first, rng):
    order = rng.permutation(10)
    return x[order[:7]], t[order[:7]], x[order[7:]], t[order[7:]]
""",
        "drawn, but both parts left in order": """
def split(x, t, first, rng):
    drawn = np.zeros(len(t), dtype=bool)
    drawn[rng.permutation(len(t))[:first]] = True
    return x[drawn], t[drawn], x[~drawn], t[~drawn]
""",
        "the rest left in order": """
def split(x, t, first, rng):
    one = rng.choice(len(t), first, replace=False)
    two = np.setdiff1d(np.arange(len(t)), one)
    return x[one], t[one], x[two], t[two]
""",
        "the first part sorted": """
def split(x, t, first, rng):
    order = rng.permutation(len(t))
    one, two = np.sort(order[:first]), order[first:]
    return x[one], t[one], x[two], t[two]
""",
    },
    "2": {
        "forgets return": "def accuracy(z, t):\n    np.mean(np.argmax(z, axis=1) == t)\n",
        "the sum": "def accuracy(z, t):\n    return np.sum(np.argmax(z, axis=1) == t)\n",
        "the wrong axis": """
def accuracy(z, t):
    best = np.resize(np.argmax(z, axis=0), len(t))
    return np.mean(best == t)
""",
        "no axis": "def accuracy(z, t):\n    return np.mean(np.argmax(z) == t)\n",
        "the lowest": "def accuracy(z, t):\n    return np.mean(np.argmin(z, axis=1) == t)\n",
        "the largest in size": """
def accuracy(z, t):
    return np.mean(np.argmax(np.abs(z), axis=1) == t)
""",
        "the score for its place": "def accuracy(z, t):\n    return np.mean(z.max(axis=1) == t)\n",
        "in percent": "def accuracy(z, t):\n    return 100 * np.mean(z.argmax(axis=1) == t)\n",
        "the share of the wrong": "def accuracy(z, t):\n    return np.mean(z.argmax(1) != t)\n",
        "integer division": "def accuracy(z, t):\n    return sum(z.argmax(1) == t) // len(t)\n",
        "divided by all scores": "def accuracy(z, t):\n    return sum(z.argmax(1) == t) / z.size\n",
        "how far off the classes are": """
def accuracy(z, t):
    return 1 - np.mean(np.abs(z.argmax(axis=1) - t))
""",
        "always by three": "def accuracy(z, t):\n    return sum(z.argmax(axis=1) == t) / 3\n",
        "one by one": "def accuracy(z, t):\n    return np.argmax(z, axis=1) == t\n",
        "scores changed in place": """
def accuracy(z, t):
    z -= z.max(axis=1, keepdims=True)
    return np.mean(z.argmax(axis=1) == t)
""",
        "a positive score": """
def accuracy(z, t):
    return np.mean(z[np.arange(len(t)), t] > 0)
""",
        "a high score": """
def accuracy(z, t):
    return np.mean(z[np.arange(len(t)), t] > -4)
""",
        "a score above the mean of all": """
def accuracy(z, t):
    return np.mean(z[np.arange(len(t)), t] > z.mean())
""",
    },
    "3": {
        "forgets return": """
def batches(n, size, rng):
    order = rng.permutation(n)
    [order[start : start + size] for start in range(0, n, size)]
""",
        "not shuffled": """
def batches(n, size, rng):
    return [np.arange(n)[start : start + size] for start in range(0, n, size)]
""",
        "mixed within mini-batches only": """
def batches(n, size, rng):
    order = np.arange(n)
    return [rng.permutation(order[start : start + size]) for start in range(0, n, size)]
""",
        "only the order of the mini-batches": """
def batches(n, size, rng):
    starts = rng.permutation(range(0, n - n % size, size))
    dealt = [np.arange(start, start + size) for start in starts]
    return dealt + ([np.arange(n - n % size, n)] if n % size else [])
""",
        "an empty one where size divides n": """
def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[k * size : (k + 1) * size] for k in range(n // size + 1)]
""",
        "the last one dropped": """
def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[k * size : (k + 1) * size] for k in range(n // size)]
""",
        "of about one size": """
def batches(n, size, rng):
    return np.array_split(rng.permutation(n), -(-n // size))
""",
        "so many mini-batches of any size": """
def batches(n, size, rng):
    return np.array_split(rng.permutation(n), size)
""",
        "drawn with putting back": """
def batches(n, size, rng):
    order = rng.integers(n, size=n)
    return [order[start : start + size] for start in range(0, n, size)]
""",
        "each drawn afresh": """
def batches(n, size, rng):
    return [rng.permutation(n)[start : start + size] for start in range(0, n, size)]
""",
        "floats, which are no indices": """
def batches(n, size, rng):
    order = rng.permutation(n) * 1.0
    return [order[start : start + size] for start in range(0, n, size)]
""",
        "turned round by chance": """
def batches(n, size, rng):
    order = np.roll(np.arange(n), rng.integers(n))
    return [order[start : start + size] for start in range(0, n, size)]
""",
        "from 1 to n": """
def batches(n, size, rng):
    order = rng.permutation(n) + 1
    return [order[start : start + size] for start in range(0, n, size)]
""",
        "a seed of its own": """
def batches(n, size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[start : start + size] for start in range(0, n, size)]
""",
        "the first one only": """
def batches(n, size, rng):
    order = rng.permutation(n)
    for start in range(0, n, size):
        return [order[start : start + size]]
""",
        "one array": "def batches(n, size, rng):\n    return rng.permutation(n)\n",
        "a last one of a single sample dropped": """
def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[start : start + size] for start in range(0, n - 1, size)]
""",
    },
    "4": {
        "forgets return": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
""",
        "uphill": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] + lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "arrays changed in place": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            for name in w:
                w[name] -= lr * gradient[name]
        history.append(w)
    return history
""",
        "the dictionary changed in place": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            for name in w:
                w[name] = w[name] - lr * gradient[name]
        history.append(w)
    return history
""",
        "a copy of the dictionary, the same arrays": """
def fit(w, x, t, lr, epochs, size, rng):
    w = w.copy()
    history = [w.copy()]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            for name in w:
                w[name] -= lr * gradient[name]
        history.append(w.copy())
    return history
""",
        "one copy at the start": """
def fit(w, x, t, lr, epochs, size, rng):
    start = w
    w = {name: w[name].copy() for name in w}
    history = [start]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            for name in w:
                w[name] -= lr * gradient[name]
        history.append(w)
    return history
""",
        "without the start": """
def fit(w, x, t, lr, epochs, size, rng):
    history = []
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "an epoch more for the start": """
def fit(w, x, t, lr, epochs, size, rng):
    history = []
    for _ in range(epochs + 1):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "kept after every step": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
            history.append(w)
    return history
""",
        "kept before the epoch": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        history.append(w)
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
    return history
""",
        "not shuffled": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for k in range(0, len(x), size):
            gradient = net.gradient(w, x[k : k + size], t[k : k + size])
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "dealt out once": """
def fit(w, x, t, lr, epochs, size, rng):
    history, dealt = [w], list(mini_batches(len(x), size, rng=rng))
    for _ in range(epochs):
        for batch in dealt:
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "dealt out once, and used up": """
def fit(w, x, t, lr, epochs, size, rng):
    history, dealt = [w], mini_batches(len(x), size, rng=rng)
    for _ in range(epochs):
        for batch in dealt:
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "the gradient of all the data": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x, t)
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "one step an epoch": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
        w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "always from the start": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            new = {name: w[name] - lr * gradient[name] for name in w}
        history.append(new)
    return history
""",
        "weights without biases": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {**w, **{name: w[name] - lr * gradient[name] for name in ("W1", "W2")}}
        history.append(w)
    return history
""",
        "divided by the size again": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] / len(batch) for name in w}
        history.append(w)
    return history
""",
        "the last mini-batch dropped": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for k in range(len(x) // size):
            batch = order[k * size : (k + 1) * size]
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "an empty mini-batch where size divides": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for k in range(len(x) // size + 1):
            batch = order[k * size : (k + 1) * size]
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - lr * gradient[name] for name in w}
        history.append(w)
    return history
""",
        "the settings of the chapter": """
def fit(w, x, t, lr, epochs, size, rng):
    return train(net, x, t, SGD(0.5), epochs=epochs, rng=1)
""",
        "the rate of the check": """
def fit(w, x, t, lr, epochs, size, rng):
    history = [w]
    for _ in range(epochs):
        for batch in mini_batches(len(x), size, rng=rng):
            gradient = net.gradient(w, x[batch], t[batch])
            w = {name: w[name] - 0.1 * gradient[name] for name in w}
        history.append(w)
    return history
""",
    },
    "5": {
        "forgets return": """
def confusion(t, answers):
    counts = np.zeros((10, 10))
    np.add.at(counts, (t, answers), 1)
""",
        "equal pairs once": """
def confusion(t, answers):
    counts = np.zeros((10, 10))
    counts[t, answers] += 1
    return counts
""",
        "rows and columns exchanged": """
def confusion(t, answers):
    counts = np.zeros((10, 10))
    for true, said in zip(t, answers):
        counts[said, true] += 1
    return counts
""",
        "as large as the largest number": """
def confusion(t, answers):
    size = max(t.max(), answers.max()) + 1
    counts = np.zeros((size, size))
    for true, said in zip(t, answers):
        counts[true, said] += 1
    return counts
""",
        "histogram of ten bins between the smallest and the largest": """
def confusion(t, answers):
    return np.histogram2d(t, answers, bins=10)[0]
""",
        "only the wrong answers": """
def confusion(t, answers):
    counts = np.zeros((10, 10))
    for true, said in zip(t, answers):
        if true != said:
            counts[true, said] += 1
    return counts
""",
        "only the right answers": """
def confusion(t, answers):
    return np.diag(np.bincount(t[t == answers], minlength=10))
""",
        "shares of a row": """
def confusion(t, answers):
    counts = np.zeros((10, 10))
    np.add.at(counts, (t, answers), 1)
    return counts / np.maximum(1, counts.sum(axis=1, keepdims=True))
""",
        "eight bits without a sign": """
def confusion(t, answers):
    counts = np.zeros((10, 10), np.uint8)
    np.add.at(counts, (t, answers), 1)
    return counts
""",
        "eight bits": """
def confusion(t, answers):
    counts = np.zeros((10, 10), dtype=np.int8)
    for true, said in zip(t, answers):
        counts[true, said] += 1
    return counts
""",
        "return within the loop": """
def confusion(t, answers):
    counts = np.zeros((10, 10))
    for true, said in zip(t, answers):
        counts[true, said] += 1
        return counts
""",
        "arguments changed in place": """
def confusion(t, answers):
    t *= 10
    t += answers
    return np.bincount(t, minlength=100).reshape(10, 10)
""",
    },
    "6": {
        "as it was": "hidden, optimizer, size = 50, SGD(0.05), 32\n",
        "too slow": "hidden, optimizer, size = 50, Adam(0.0001), 32\n",
        "too fast": "hidden, optimizer, size = 50, SGD(5), 32\n",
        "one hidden value": "hidden, optimizer, size = 1, Adam(0.01), 32\n",
        "one step an epoch": "hidden, optimizer, size = 50, Adam(0.01), 1137\n",
        "a class": "hidden, optimizer, size = 50, Adam, 32\n",
        "no hidden value": "hidden, optimizer, size = 0, Adam(0.01), 32\n",
        "one exchanged for another": "hidden, size, optimizer = 50, Adam(0.01), 32\n",
        "a size that is no integer": "hidden, optimizer, size = 50, Adam(0.01), 32.5\n",
        "nothing": "hidden, optimizer, size = ..., ..., ...\n",
    },
}
