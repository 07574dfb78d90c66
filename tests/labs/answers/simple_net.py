"""Answers to the tasks of the lab on six weights, by the task's number: right ones and wrong."""

RIGHT = {
    "1": {
        "largest subtracted": """
def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()
""",
        "a loop, a list": """
import math

def softmax(z):
    top = max(z)
    e = [math.exp(score - top) for score in z]
    return [value / sum(e) for value in e]
""",
        "log-sum-exp": """
def softmax(z):
    return np.exp(z - np.logaddexp.reduce(z))
""",
        "a copy moved in place": """
def softmax(z):
    z = z.copy()
    z -= z.max()
    np.exp(z, out=z)
    z /= z.sum()
    return z
""",
        "single precision": """
def softmax(z):
    e = np.exp((z - np.max(z)).astype(np.float32))
    return e / np.sum(e, axis=-1, keepdims=True)
""",
        "a ratio to each other score": """
def softmax(z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(z - z[:, None]).sum(axis=1)
""",
        "a helper": """
def exponentials(z):
    return np.exp(z - np.amax(z))

def softmax(z):
    return exponentials(z) / exponentials(z).sum()
""",
        "filled like z": """
def softmax(z):
    y = np.zeros_like(z)
    for j in range(3):
        y[j] = np.exp(z[j] - z.max())
    return y / y.sum()
""",
    },
    "2": {
        "log-sum-exp": """
def cross_entropy(z, t):
    return np.logaddexp.reduce(z) - z @ t
""",
        "score of the true class": """
def cross_entropy(z, t):
    z = z - z.max()
    return np.log(np.exp(z).sum()) - z[np.argmax(t)]
""",
        "a loop": """
import math

def cross_entropy(z, t):
    top, total, true = max(z), 0.0, 0.0
    for score, answer in zip(z, t):
        total += math.exp(score - top)
        true += answer * score
    return top + math.log(total) - true
""",
        "logarithms of the probabilities from the scores": """
def cross_entropy(z, t):
    m = np.max(z)
    log_y = z - m - np.log(np.sum(np.exp(z - m)))
    return -np.sum(t * log_y)
""",
        "a mask": """
def cross_entropy(z, t):
    return np.logaddexp.reduce(z) - z[t == 1][0]
""",
        "differences from the true score": """
def cross_entropy(z, t):
    return np.logaddexp.reduce(z - np.dot(z, t))
""",
        "a copy moved in place": """
def cross_entropy(z, t):
    z = np.array(z, dtype=float)
    z -= z.max()
    return float(np.log(np.sum(np.exp(z))) - np.inner(t, z))
""",
    },
    "3": {
        "a running best": """
def strongest(f, W):
    best, place = -1, None
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            V = W.copy()
            V[i, j] = 2 * V[i, j]
            change = abs(f(V) - f(W))
            if change > best:
                best, place = change, (i, j)
    return place
""",
        "max with a key, a list": """
def strongest(f, W):
    def change(place):
        V = np.array(W, dtype=float)
        V[place] *= 2
        return abs(f(V) - f(W))

    return list(max(np.ndindex(W.shape), key=change))
""",
        "a matrix of ones and a two": """
def strongest(f, W):
    change = {}
    for i, j in np.ndindex(W.shape):
        factor = np.ones(W.shape)
        factor[i, j] = 2
        change[i, j] = (f(W * factor) - f(W)) ** 2
    return max(change, key=change.get)
""",
        "flattened": """
def strongest(f, W):
    flat, changes = W.ravel(), []
    for n in range(flat.size):
        moved = flat.copy()
        moved[n] += flat[n]
        changes.append(abs(f(moved.reshape(W.shape)) - f(W)))
    return divmod(int(np.argmax(changes)), W.shape[1])
""",
        "one copy, put back": """
def strongest(f, W):
    V, change = np.array(W), np.empty(np.shape(W))
    for place in np.ndindex(V.shape):
        V[place] *= 2
        change[place] = abs(f(V) - f(W))
        V[place] = W[place]
    return np.argwhere(change == change.max())[0]
""",
        "single precision": """
def strongest(f, W):
    change = np.zeros(W.shape, dtype=np.float32)
    for (i, j), value in np.ndenumerate(W):
        V = W.astype(np.float32)
        V[i, j] = 2 * value
        change[i, j] = f(V) - f(W)
    return np.unravel_index(np.abs(change).argmax(), change.shape)
""",
        "sorted": """
def strongest(f, W):
    rows = []
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        rows.append((abs(f(V) - f(W)), i, j))
    return sorted(rows)[-1][1:]
""",
    },
    "4": {
        "a column times a row": """
def gradient(W, x, t):
    return x[:, None] * (gradbook.softmax(x @ W) - t)
""",
        "a matrix product": """
def gradient(W, x, t):
    y = gradbook.softmax(np.dot(x, W))
    return x.reshape(-1, 1) @ (y - t).reshape(1, -1)
""",
        "einsum": """
def gradient(W, x, t):
    return np.einsum("i,j->ij", x, gradbook.softmax(x @ W) - t)
""",
        "a loop, filled like W": """
def gradient(W, x, t):
    y = gradbook.softmax(x @ W)
    dW = np.zeros_like(W)
    for i in range(2):
        for j in range(3):
            dW[i, j] = x[i] * (y[j] - t[j])
    return dW
""",
        "lists": """
def gradient(W, x, t):
    d = gradbook.softmax(x @ W) - t
    return [[a * b for b in d] for a in x]
""",
        "softmax by hand": """
def gradient(W, x, t):
    z = x @ W
    z -= z.max()
    y = np.exp(z) / np.exp(z).sum()
    y -= t
    return np.multiply.outer(x, y)
""",
        "one subtracted at the true class": """
def gradient(W, x, t):
    y = gradbook.softmax(W.T @ x)
    y[np.argmax(t)] -= 1
    return np.array([x]).T @ np.array([y])
""",
    },
    "5": {
        "while": """
def steps_until(aim, W, lr):
    k = 0
    while gradbook.softmax(x @ W)[2] <= aim:
        W = W - lr * np.outer(x, gradbook.softmax(x @ W) - t)
        k += 1
    return k
""",
        "the loss for the probability": """
def steps_until(aim, W, lr):
    V, k = W.copy(), 0
    while net.loss(V, x, t) >= -np.log(aim):
        V -= lr * net.gradient(V, x, t)
        k += 1
    return k
""",
        "a whole path, then a look": """
def steps_until(aim, W, lr):
    path = gradbook.gradient_descent(L, W, lr=lr, steps=700).path
    return np.flatnonzero(gradbook.softmax(x @ path)[:, 2] > aim)[0]
""",
        "recursion": """
def steps_until(aim, W, lr):
    y = gradbook.softmax(x @ W)
    if y[2] > aim:
        return 0
    return 1 + steps_until(aim, W - lr * np.outer(x, y - t), lr)
""",
        "the scores alone": """
def steps_until(aim, W, lr):
    scores, k = x @ W, 0
    y = gradbook.softmax(scores)
    while not y[-1] > aim:
        scores = scores - lr * (x @ x) * (y - t)
        y, k = gradbook.softmax(scores), k + 1
    return k
""",
        "single precision, a float": """
def steps_until(aim, W, lr):
    V, k = W.astype(np.float32), 0.0
    while gradbook.softmax(x @ V)[2] <= aim:
        V = (V - lr * net.gradient(V, x, t)).astype(np.float32)
        k += 1
    return k
""",
        "the numerical gradient, breaks off": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        if (gradbook.softmax(x @ W) * t).sum() > aim:
            break
        W = W - lr * gradbook.numerical_gradient(L, W)
    return k
""",
        "counted without end": """
from itertools import count

def steps_until(aim, W, lr):
    for k in count():
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
    },
    "6": {
        "a mask": """
def lowest_loss(T):
    y = np.sum(T, axis=0) / len(T)
    return sum(-p * np.log(p) for p in y if p > 0)
""",
        "counts of classes": """
from collections import Counter
import math

def lowest_loss(T):
    counts = Counter(np.argmax(T, axis=1).tolist())
    return -sum(c / len(T) * math.log(c / len(T)) for c in counts.values())
""",
        "the loss of each sample, then the mean": """
def lowest_loss(T):
    y = T.mean(axis=0)
    return np.mean(-np.log(y[T.argmax(axis=1)]))
""",
        "where": """
def lowest_loss(T):
    y = np.mean(T, axis=0)
    return float(-(y * np.log(np.where(y > 0, y, 1))).sum())
""",
        "the cross-entropy of scores": """
def lowest_loss(T):
    y = np.mean(T, axis=0)
    return gradbook.cross_entropy(np.log(np.maximum(y, 1e-300)), y)
""",
        "logarithm of the counts": """
def lowest_loss(T):
    n, counts = len(T), np.unique(T, axis=0, return_counts=True)[1]
    return np.log(n) - counts @ np.log(counts) / n
""",
        "down to the bottom": """
def lowest_loss(T):
    n, scores = len(T), np.zeros(T.shape[1])
    for _ in range(2000):
        scores = scores - (gradbook.softmax(scores) - T.mean(axis=0))
    return gradbook.cross_entropy(np.tile(scores, (n, 1)), T)
""",
        "single precision": """
def lowest_loss(T):
    y = T.astype(np.float32).mean(axis=0)
    y = y[y != 0]
    return -y @ np.log(y)
""",
    },
}

WRONG = {
    "1": {
        "scores rounded": """
def softmax(z):
    e = np.exp(np.round(z) - np.max(z))
    return e / e.sum()
""",
        "overflows": """
def softmax(z):
    return np.exp(z) / np.sum(np.exp(z))
""",
        "changes z": """
def softmax(z):
    z -= z.max()
    return np.exp(z) / np.exp(z).sum()
""",
        "changes z through another name": """
def softmax(z):
    e = z
    e -= np.max(e)
    e = np.exp(e)
    return e / e.sum()
""",
        "writes the result into z": """
def softmax(z):
    z[:] = np.exp(z - z.max())
    z /= z.sum()
    return z
""",
        "forgets return": """
def softmax(z):
    e = np.exp(z - z.max())
    e / e.sum()
""",
        "not divided": """
def softmax(z):
    return np.exp(z - np.max(z))
""",
        "divided by the largest": """
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / e.max()
""",
        "divided by the number of classes": """
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / len(e)
""",
        "first score subtracted": """
def softmax(z):
    e = np.exp(z - z[0])
    return e / e.sum()
""",
        "last score subtracted": """
def softmax(z):
    e = np.exp(z - z[-1])
    return e / e.sum()
""",
        "mean subtracted": """
def softmax(z):
    e = np.exp(z - z.mean())
    return e / e.sum()
""",
        "smallest subtracted": """
def softmax(z):
    e = np.exp(z - np.min(z))
    return e / e.sum()
""",
        "largest absolute value subtracted": """
def softmax(z):
    e = np.exp(z - np.abs(z).max())
    return e / e.sum()
""",
        "divided by the largest before": """
def softmax(z):
    e = np.exp(z / np.max(z))
    return e / e.sum()
""",
        "cut off at 700": """
def softmax(z):
    e = np.exp(np.clip(z, -700, 700))
    return e / e.sum()
""",
        "the largest is one": """
def softmax(z):
    return (z == z.max()).astype(float)
""",
        "sigmoid": """
def softmax(z):
    return 1 / (1 + np.exp(-z))
""",
        "wrong sign": """
def softmax(z):
    e = np.exp(z.min() - z)
    return e / e.sum()
""",
        "rounded": """
def softmax(z):
    e = np.exp(z - z.max())
    return (e / e.sum()).round(4)
""",
    },
    "2": {
        "first score subtracted": """
def cross_entropy(z, t):
    return z[0] + np.log(np.sum(np.exp(z - z[0]))) - np.sum(t * z)
""",
        "changes z": """
def cross_entropy(z, t):
    z -= z.max()
    return np.log(np.sum(np.exp(z))) - np.sum(t * z)
""",
        "multiplies z in place": """
def cross_entropy(z, t):
    total = np.logaddexp.reduce(z)
    z *= t
    return total - z.sum()
""",
        "by way of probabilities": """
def cross_entropy(z, t):
    return -np.sum(t * np.log(gradbook.softmax(z)))
""",
        "a floor in the logarithm": """
def cross_entropy(z, t):
    return -np.sum(t * np.log(gradbook.softmax(z) + 1e-7))
""",
        "overflows": """
def cross_entropy(z, t):
    return np.log(np.sum(np.exp(z))) - np.sum(t * z)
""",
        "largest not added back": """
def cross_entropy(z, t):
    return np.log(np.sum(np.exp(z - np.max(z)))) - np.sum(t * z)
""",
        "largest subtracted once more": """
def cross_entropy(z, t):
    m = np.max(z)
    return np.log(np.sum(np.exp(z - m))) - m - np.sum(t * z)
""",
        "wrong sign": """
def cross_entropy(z, t):
    return np.sum(t * z) - np.logaddexp.reduce(z)
""",
        "not summed": """
def cross_entropy(z, t):
    return t * (np.logaddexp.reduce(z) - z)
""",
        "mean for sum": """
def cross_entropy(z, t):
    return np.mean(t * (np.logaddexp.reduce(z) - z))
""",
        "the network's answer for the true one": """
def cross_entropy(z, t):
    return np.logaddexp.reduce(z) - z[np.argmax(z)]
""",
        "always the third class": """
def cross_entropy(z, t):
    return np.logaddexp.reduce(z) - z[2]
""",
        "logarithm to base 2": """
def cross_entropy(z, t):
    m = np.max(z)
    return m + np.log2(np.sum(np.exp(z - m))) - np.sum(t * z)
""",
        "an array of one": """
def cross_entropy(z, t):
    return np.logaddexp.reduce(z) - z[t == 1]
""",
        "forgets return": """
def cross_entropy(z, t):
    loss = np.logaddexp.reduce(z) - z @ t
""",
        "both sides of every class": """
def cross_entropy(z, t):
    y = np.clip(gradbook.softmax(z), 1e-300, 1 - 1e-16)
    return -np.sum(t * np.log(y) + (1 - t) * np.log(1 - y))
""",
    },
    "3": {
        "halved": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 0.5
        change[i, j] = abs(f(V) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "tripled": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 3
        change[i, j] = abs(f(V) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "set to zero": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 0
        change[i, j] = abs(f(V) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "turned round": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= -1
        change[i, j] = abs(f(V) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "the sign left on": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        change[i, j] = f(V) - f(W)
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "the largest fall": """
def strongest(f, W):
    value = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        value[i, j] = f(V)
    return np.unravel_index(np.argmin(value), W.shape)
""",
        "the largest value": """
def strongest(f, W):
    value = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        value[i, j] = abs(f(V))
    return np.unravel_index(np.argmax(value), W.shape)
""",
        "the steepest slope": """
def strongest(f, W):
    slopes = gradbook.numerical_gradient(f, W)
    return np.unravel_index(np.argmax(np.abs(slopes)), W.shape)
""",
        "predicted, not measured": """
def strongest(f, W):
    predicted = W * gradbook.numerical_gradient(f, W)
    return np.unravel_index(np.argmax(np.abs(predicted)), W.shape)
""",
        "the largest weight": """
def strongest(f, W):
    return np.unravel_index(np.argmax(np.abs(W)), W.shape)
""",
        "raised by one": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] += 1
        change[i, j] = abs(f(V) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "no copy": """
def strongest(f, W):
    before, change = f(W), np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W
        V[i, j] *= 2
        change[i, j] = abs(f(V) - before)
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "a copy made once": """
def strongest(f, W):
    V, change = W.copy(), np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V[i, j] *= 2
        change[i, j] = abs(f(V) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "counted from 1": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        change[i, j] = abs(f(V) - f(W))
    i, j = np.unravel_index(np.argmax(change), W.shape)
    return i + 1, j + 1
""",
        "column before row": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        change[i, j] = abs(f(V) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)[::-1]
""",
        "one number": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        change[i, j] = abs(f(V) - f(W))
    return np.argmax(change)
""",
        "the changes": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        change[i, j] = abs(f(V) - f(W))
    return change
""",
        "two rows and three columns only": """
def strongest(f, W):
    change = np.zeros((2, 3))
    for i in range(2):
        for j in range(3):
            V = W.copy()
            V[i, j] *= 2
            change[i, j] = abs(f(V) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "the loss of the notebook": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        change[i, j] = abs(L(V) - L(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "returns within the loop": """
def strongest(f, W):
    best, place = 0, None
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        if abs(f(V) - f(W)) > best:
            best, place = abs(f(V) - f(W)), (i, j)
            return place
""",
        "the answer of the notebook": """
def strongest(f, W):
    return 0, 2
""",
        "forgets return": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        change[i, j] = abs(f(V) - f(W))
    np.unravel_index(np.argmax(change), W.shape)
""",
        "the strongest row and the strongest column": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        change[i, j] = abs(f(V) - f(W))
    return np.argmax(change.sum(axis=1)), np.argmax(change.sum(axis=0))
""",
        "the value, not its change": """
def strongest(f, W):
    value = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        V = W.copy()
        V[i, j] *= 2
        value[i, j] = abs(f(V))
    return np.unravel_index(np.argmax(value), W.shape)
""",
        "changes of the type of W": """
def strongest(f, W):
    change = np.zeros_like(W)
    for i, j in np.ndindex(W.shape):
        doubled = W.copy()
        doubled[i, j] *= 2
        change[i, j] = abs(f(doubled) - f(W))
    return np.unravel_index(np.argmax(change), W.shape)
""",
        "relative changes": """
def strongest(f, W):
    change = np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        doubled = W.copy()
        doubled[i, j] *= 2
        change[i, j] = abs(f(doubled) / f(W) - 1)
    return np.unravel_index(np.argmax(change), W.shape)
""",
    },
    "4": {
        "wrong sign": """
def gradient(W, x, t):
    return np.outer(x, t - gradbook.softmax(x @ W))
""",
        "rows for columns": """
def gradient(W, x, t):
    return np.outer(gradbook.softmax(x @ W) - t, x)
""",
        "a product without a matrix": """
def gradient(W, x, t):
    return x.T @ (gradbook.softmax(x @ W) - t)
""",
        "forgets x": """
def gradient(W, x, t):
    return np.array([gradbook.softmax(x @ W) - t] * 2)
""",
        "scores for probabilities": """
def gradient(W, x, t):
    return np.outer(x, x @ W - t)
""",
        "the scores of the notebook": """
def gradient(W, x, t):
    return np.outer(x, gradbook.softmax(z) - t)
""",
        "the answer of the notebook": """
def gradient(W, x, t):
    return np.outer(x, gradbook.softmax(x @ W) - [0, 0, 1])
""",
        "the gradient of the notebook": """
def gradient(W, x, t):
    return exact
""",
        "W changed": """
def gradient(W, x, t):
    W -= W.max()
    return np.outer(x, gradbook.softmax(x @ W) - t)
""",
        "x changed": """
def gradient(W, x, t):
    d = gradbook.softmax(x @ W) - t
    dW = np.array([x[0] * d, x[1] * d])
    x *= 0
    return dW
""",
        "the answer changed": """
def gradient(W, x, t):
    y = gradbook.softmax(x @ W)
    k = np.argmax(t)
    t[k] -= 1
    y[k] -= 1
    return np.outer(x, y)
""",
        "mean over the inputs": """
def gradient(W, x, t):
    return np.outer(x, gradbook.softmax(x @ W) - t) / len(x)
""",
        "y(1 - y)": """
def gradient(W, x, t):
    y = gradbook.softmax(x @ W)
    return np.outer(x, y * (1 - y) * (y - t))
""",
        "squared error": """
def gradient(W, x, t):
    return np.outer(x, (gradbook.softmax(x @ W) - t) ** 2)
""",
        "doubled": """
def gradient(W, x, t):
    return 2 * np.outer(x, gradbook.softmax(x @ W) - t)
""",
        "softmax along the wrong axis": """
def gradient(W, x, t):
    y = np.ravel(gradbook.softmax((x @ W).reshape(3, 1)))
    return np.outer(x, y - t)
""",
        "forgets return": """
def gradient(W, x, t):
    dW = np.outer(x, gradbook.softmax(x @ W) - t)
""",
    },
    "5": {
        "a hundred steps allowed": """
def steps_until(aim, W, lr):
    for k in range(100):
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
        "looks after the step": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        W = W - lr * net.gradient(W, x, t)
        if gradbook.softmax(x @ W)[2] > aim:
            return k
""",
        "one step too many": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        if gradbook.softmax(x @ W)[2] > aim:
            return k + 1
        W = W - lr * net.gradient(W, x, t)
""",
        "counts at least one": """
def steps_until(aim, W, lr):
    for k in range(1, 10_000):
        W = W - lr * net.gradient(W, x, t)
        if gradbook.softmax(x @ W)[2] > aim:
            return k
""",
        "W changed": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W -= lr * net.gradient(W, x, t)
""",
        "W changed through another name": """
def steps_until(aim, W, lr):
    V = W
    for k in range(10_000):
        if gradbook.softmax(x @ V)[2] > aim:
            return k
        V -= lr * net.gradient(V, x, t)
""",
        "uphill": """
def steps_until(aim, W, lr):
    for k in range(1000):
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W = W + lr * net.gradient(W, x, t)
""",
        "the gradient of the start all the way": """
def steps_until(aim, W, lr):
    dW = net.gradient(W, x, t)
    for k in range(10_000):
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W = W - lr * dW
""",
        "the learning rate forgotten": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W = W - net.gradient(W, x, t)
""",
        "the largest probability": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        if gradbook.softmax(x @ W).max() > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
        "the wrong class": """
def steps_until(aim, W, lr):
    for k in range(1000):
        if gradbook.softmax(x @ W)[1] > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
        "the score for the probability": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        if (x @ W)[2] > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
        "the loss below 1 minus the aim": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        if net.loss(W, x, t) < 1 - aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
        "the loss above the aim": """
def steps_until(aim, W, lr):
    for k in range(1000):
        if net.loss(W, x, t) > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
        "the probability": """
def steps_until(aim, W, lr):
    while gradbook.softmax(x @ W)[2] <= aim:
        W = W - lr * net.gradient(W, x, t)
    return gradbook.softmax(x @ W)[2]
""",
        "too few steps allowed": """
def steps_until(aim, W, lr):
    for k in range(20):
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
        "returns within the loop": """
def steps_until(aim, W, lr):
    for k in range(10_000):
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
        return k
""",
        "the W of the notebook": """
start_of_the_notebook = W

def steps_until(aim, W, lr):
    W = start_of_the_notebook
    for k in range(10_000):
        if gradbook.softmax(x @ W)[2] > aim:
            return k
        W = W - lr * net.gradient(W, x, t)
""",
        "forgets return": """
def steps_until(aim, W, lr):
    k = 0
    while gradbook.softmax(x @ W)[2] <= aim:
        W = W - lr * net.gradient(W, x, t)
        k += 1
""",
    },
    "6": {
        "nan where a class does not occur": """
def lowest_loss(T):
    y = T.mean(axis=0)
    return -np.sum(y * np.log(y))
""",
        "wrong sign": """
def lowest_loss(T):
    y = T.mean(axis=0)
    y = y[y > 0]
    return np.sum(y * np.log(y))
""",
        "zero": """
def lowest_loss(T):
    return 0.0
""",
        "every class alike": """
def lowest_loss(T):
    return np.log(T.shape[1])
""",
        "every class that occurs alike": """
def lowest_loss(T):
    return np.log(np.count_nonzero(T.sum(axis=0)))
""",
        "the sum over the samples": """
def lowest_loss(T):
    y = T.mean(axis=0)
    y = y[y > 0]
    return -len(T) * np.sum(y * np.log(y))
""",
        "the mean over the classes": """
def lowest_loss(T):
    y = T.mean(axis=0)
    y = y[y > 0]
    return -np.mean(y * np.log(y))
""",
        "logarithm to base 2": """
def lowest_loss(T):
    y = T.mean(axis=0)
    y = y[y > 0]
    return -np.sum(y * np.log2(y))
""",
        "the most frequent class": """
def lowest_loss(T):
    return -np.log(T.mean(axis=0).max())
""",
        "the rarest class": """
def lowest_loss(T):
    y = T.mean(axis=0)
    return -np.log(y[y > 0].min())
""",
        "counts for shares": """
def lowest_loss(T):
    counts = T.sum(axis=0)
    counts = counts[counts > 0]
    return -np.sum(counts * np.log(counts))
""",
        "the mean of the rows": """
def lowest_loss(T):
    y = T.mean(axis=1)
    y = y[y > 0]
    return -np.sum(y * np.log(y))
""",
        "the probabilities": """
def lowest_loss(T):
    return T.mean(axis=0)
""",
        "softmax of the shares": """
def lowest_loss(T):
    return gradbook.cross_entropy(np.tile(T.mean(axis=0), (len(T), 1)), T)
""",
        "a large floor in the logarithm": """
def lowest_loss(T):
    y = T.mean(axis=0)
    return -np.sum(y * np.log(y + 0.01))
""",
        "both sides of every class": """
def lowest_loss(T):
    y = np.clip(T.mean(axis=0), 1e-12, 1 - 1e-12)
    return -np.sum(y * np.log(y) + (1 - y) * np.log(1 - y))
""",
        "three classes only": """
def lowest_loss(T):
    y = [np.mean(T[:, j]) for j in range(3)]
    return -sum(p * np.log(p) for p in y if p > 0)
""",
        "the quarters of the notebook": """
def lowest_loss(T):
    y = np.array([0.25, 0.25, 0.5])
    return -np.sum(y * np.log(y))
""",
        "the squared error": """
def lowest_loss(T):
    return np.mean(np.sum((T - T.mean(axis=0)) ** 2, axis=1))
""",
        "T changed": """
def lowest_loss(T):
    T /= len(T)
    y = T.sum(axis=0)
    y = y[y > 0]
    return -np.sum(y * np.log(y))
""",
        "forgets return": """
def lowest_loss(T):
    y = T.mean(axis=0)
    y = y[y > 0]
    -np.sum(y * np.log(y))
""",
    },
}
