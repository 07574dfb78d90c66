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
        "a loop over both indices": """
def numerical_gradient(f, W):
    h = 1e-5
    gradient = np.zeros(W.shape)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            M = np.zeros(W.shape)
            M[i, j] = h
            gradient[i, j] = (f(W + M) - f(W - M)) / (2 * h)
    return gradient
""",
        "a comprehension over an identity": """
def numerical_gradient(f, W, h=1e-5):
    units = h * np.eye(W.size).reshape(W.size, *W.shape)
    return np.reshape([(f(W + M) - f(W - M)) / (2 * h) for M in units], W.shape)
""",
        "lists": """
def numerical_gradient(f, W):
    h, rows = 1e-5, []
    for i in range(len(W)):
        row = []
        for j in range(len(W[0])):
            ahead, back = np.array(W, dtype=float), np.array(W, dtype=float)
            ahead[i][j] += h
            back[i][j] -= h
            row.append((f(ahead) - f(back)) / h / 2)
        rows.append(row)
    return rows
""",
        "one copy, put back": """
def numerical_gradient(f, W):
    h = 1e-5
    W = W.astype(float)
    gradient = np.empty_like(W)
    for index, kept in np.ndenumerate(W):
        W[index] = kept + h
        ahead = f(W)
        W[index] = kept - h
        gradient[index] = (ahead - f(W)) / (2 * h)
        W[index] = kept
    return gradient
""",
        "flattened": """
def numerical_gradient(f, W):
    h, flat = 1e-5, W.flatten().astype(float)
    gradient = []
    for k in range(flat.size):
        step = np.zeros(flat.size)
        step[k] = h
        gradient.append(f((flat + step).reshape(W.shape)) - f((flat - step).reshape(W.shape)))
    return np.array(gradient).reshape(W.shape) / (2 * h)
""",
        "of order four": """
def numerical_gradient(f, W):
    h, gradient = 1e-3, np.zeros(W.shape)
    for index in np.ndindex(W.shape):
        M = np.zeros(W.shape)
        M[index] = h
        gradient[index] = (8 * (f(W + M) - f(W - M)) - f(W + 2 * M) + f(W - 2 * M)) / (12 * h)
    return gradient
""",
        "a result in single precision": """
def numerical_gradient(f, W):
    gradient = np.zeros(W.shape, dtype=np.float32)
    for i, j in np.ndindex(*W.shape):
        M = np.zeros(W.shape)
        M[i, j] = 1e-4
        gradient[i, j] = (f(W + M) - f(W - M)) / 2e-4
    return gradient
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
        "a formula": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        path.append(path[-1] - lr * np.outer(x, gradbook.softmax(x @ path[-1]) - t))
    return path
""",
        "a copy moved in place, copied at each step": """
def descend(W, lr, steps):
    W = W.copy()
    path = [W.copy()]
    for _ in range(steps):
        W -= lr * net.gradient(W, x, t)
        path.append(W.copy())
    return path
""",
        "an array, filled": """
def descend(W, lr, steps):
    path = np.empty((steps + 1, *W.shape))
    path[0] = W
    for k in range(steps):
        path[k + 1] = path[k] - lr * net.gradient(path[k], x, t)
    return path
""",
        "recursion": """
def descend(W, lr, steps):
    if steps == 0:
        return [W]
    before = descend(W, lr, steps - 1) if steps < 50 else slowly(W, lr, steps - 1)
    return [*before, before[-1] - lr * net.gradient(before[-1], x, t)]

def slowly(W, lr, steps):
    path = [W]
    while len(path) <= steps:
        path.append(path[-1] - lr * net.gradient(path[-1], x, t))
    return path
""",
        "looks before each step": """
def descend(W, lr, steps):
    path = []
    for k in range(steps + 1):
        path.append(W)
        W = W - lr * net.gradient(W, x, t)
    return path
""",
        "the numerical gradient, a tuple": """
def descend(W, lr, steps):
    path = (W,)
    while len(path) < steps + 1:
        path += (path[-1] - lr * gradbook.numerical_gradient(L, path[-1]),)
    return path
""",
        "a generator": """
from itertools import accumulate, repeat

def descend(W, lr, steps):
    def step(W, lr):
        return W - lr * net.gradient(W, x, t)

    return list(accumulate(repeat(lr, steps), step, initial=W))
""",
    },
    "6": {
        "mean of the outer products": """
def batch_gradient(W, X, T):
    return np.mean([np.outer(x, gradbook.softmax(x @ W) - t) for x, t in zip(X, T)], axis=0)
""",
        "a running sum": """
def batch_gradient(W, X, T):
    total = np.zeros(W.shape)
    for k in range(X.shape[0]):
        total += np.outer(X[k], gradbook.softmax(X[k] @ W) - T[k])
    return total / X.shape[0]
""",
        "einsum": """
def batch_gradient(W, X, T):
    return np.einsum("ni,nj->ij", X, gradbook.softmax(X @ W) - T) / len(T)
""",
        "outer products, then the mean": """
def batch_gradient(W, X, T):
    D = gradbook.softmax(X @ W) - T
    return (X[:, :, None] * D[:, None, :]).mean(axis=0)
""",
        "softmax by hand, along the rows": """
def batch_gradient(W, X, T):
    Z = X @ W
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    E /= E.sum(axis=1, keepdims=True)
    E -= T
    return np.dot(X.T, E) / T.shape[0]
""",
        "divided first": """
def batch_gradient(W, X, T):
    return (X / len(X)).T @ (gradbook.softmax(X @ W) - T)
""",
        "the gradients of single samples": """
def batch_gradient(W, X, T):
    return sum(net.gradient(W, a, b) for a, b in zip(X, T)) / len(X)
""",
    },
}

WRONG = {
    "1": {
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
        "forward difference": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        ahead = W.astype(float)
        ahead[i, j] += h
        gradient[i, j] = (f(ahead) - f(W)) / h
    return gradient
""",
        "forward difference with a smaller step": """
def numerical_gradient(f, W):
    h, gradient = 1e-7, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        ahead = W.astype(float)
        ahead[i, j] += h
        gradient[i, j] = (f(ahead) - f(W)) / h
    return gradient
""",
        "divided by h": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        ahead, back = W.astype(float), W.astype(float)
        ahead[i, j] += h
        back[i, j] -= h
        gradient[i, j] = (f(ahead) - f(back)) / h
    return gradient
""",
        "divided by 2 and multiplied by h": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        M = np.zeros(W.shape)
        M[i, j] = h
        gradient[i, j] = (f(W + M) - f(W - M)) / 2 * h
    return gradient
""",
        "wrong sign": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        M = np.zeros(W.shape)
        M[i, j] = h
        gradient[i, j] = (f(W - M) - f(W + M)) / (2 * h)
    return gradient
""",
        "integers stay integers": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        ahead, back = W.copy(), W.copy()
        ahead[i, j] += h
        back[i, j] -= h
        gradient[i, j] = (f(ahead) - f(back)) / (2 * h)
    return gradient
""",
        "the result holds integers": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros_like(W)
    for i, j in np.ndindex(W.shape):
        M = np.zeros(W.shape)
        M[i, j] = h
        gradient[i, j] = (f(W + M) - f(W - M)) / (2 * h)
    return gradient
""",
        "no copy": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        ahead, back = W, W
        ahead[i, j] += h
        back[i, j] -= h
        gradient[i, j] = (f(ahead) - f(back)) / (2 * h)
    return gradient
""",
        "moves W and steps back": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        W[i, j] += h
        ahead = f(W)
        W[i, j] -= 2 * h
        gradient[i, j] = (ahead - f(W)) / (2 * h)
        W[i, j] += h
    return gradient
""",
        "moves W ahead and leaves it": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        back = f(W - h * (np.arange(W.size).reshape(W.shape) == i * W.shape[1] + j))
        W[i, j] = W[i, j] + h
        gradient[i, j] = (f(W) - back) / (2 * h)
    return gradient
""",
        "copies made once": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    ahead, back = W.astype(float), W.astype(float)
    for i, j in np.ndindex(W.shape):
        ahead[i, j] += h
        back[i, j] -= h
        gradient[i, j] = (f(ahead) - f(back)) / (2 * h)
    return gradient
""",
        "all entries move": """
def numerical_gradient(f, W):
    h = 1e-5
    return np.full(W.shape, (f(W + h) - f(W - h)) / (2 * h))
""",
        "a whole row moves": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i in range(len(W)):
        M = np.zeros(W.shape)
        M[i] = h
        gradient[i] = (f(W + M) - f(W - M)) / (2 * h)
    return gradient
""",
        "two rows and three columns only": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros((2, 3))
    for i in range(2):
        for j in range(3):
            M = np.zeros((2, 3))
            M[i, j] = h
            gradient[i, j] = (f(W + M) - f(W - M)) / (2 * h)
    return gradient
""",
        "number of rows for both": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i in range(len(W)):
        for j in range(len(W)):
            M = np.zeros(W.shape)
            M[i, j] = h
            gradient[i, j] = (f(W + M) - f(W - M)) / (2 * h)
    return gradient
""",
        "returns within the loop": """
def numerical_gradient(f, W):
    h, gradient = 1e-5, np.zeros(W.shape)
    for i, j in np.ndindex(W.shape):
        M = np.zeros(W.shape)
        M[i, j] = h
        gradient[i, j] = (f(W + M) - f(W - M)) / (2 * h)
        return gradient
""",
        "flat": """
def numerical_gradient(f, W):
    h = 1e-5
    units = h * np.eye(W.size).reshape(W.size, *W.shape)
    return np.array([(f(W + M) - f(W - M)) / (2 * h) for M in units])
""",
        "transposed": """
def numerical_gradient(f, W):
    h = 1e-5
    units = h * np.eye(W.size).reshape(W.size, *W.shape)
    return np.reshape([(f(W + M) - f(W - M)) / (2 * h) for M in units], W.shape).T
""",
        "forgets f": """
def numerical_gradient(f, W):
    h = 1e-5
    units = h * np.eye(6).reshape(6, 2, 3)
    return np.reshape([(L(W + M) - L(W - M)) / (2 * h) for M in units], (2, 3))
""",
        "a coarse step": """
def numerical_gradient(f, W):
    h = 0.1
    units = h * np.eye(W.size).reshape(W.size, *W.shape)
    return np.reshape([(f(W + M) - f(W - M)) / (2 * h) for M in units], W.shape)
""",
        "a step that is rounded away": """
def numerical_gradient(f, W):
    h = 1e-14
    units = h * np.eye(W.size).reshape(W.size, *W.shape)
    return np.reshape([(f(W + M) - f(W - M)) / (2 * h) for M in units], W.shape)
""",
        "forgets return": """
def numerical_gradient(f, W):
    h = 1e-5
    units = h * np.eye(W.size).reshape(W.size, *W.shape)
    gradient = np.reshape([(f(W + M) - f(W - M)) / (2 * h) for M in units], W.shape)
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
        "a path of a single point": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        W -= lr * net.gradient(W, x, t)
        path.append(W)
    return path
""",
        "the start changed": """
def descend(W, lr, steps):
    path = [W.copy()]
    for _ in range(steps):
        W -= lr * net.gradient(W, x, t)
        path.append(W.copy())
    return path
""",
        "a copy, moved in place": """
def descend(W, lr, steps):
    W = W.copy()
    path = [W]
    for _ in range(steps):
        W -= lr * net.gradient(W, x, t)
        path.append(W)
    return path
""",
        "start missing": """
def descend(W, lr, steps):
    path = []
    for _ in range(steps):
        W = W - lr * net.gradient(W, x, t)
        path.append(W)
    return path
""",
        "start missing, one step more": """
def descend(W, lr, steps):
    path = []
    for _ in range(steps + 1):
        W = W - lr * net.gradient(W, x, t)
        path.append(W)
    return path
""",
        "end missing": """
def descend(W, lr, steps):
    path = []
    for _ in range(steps):
        path.append(W)
        W = W - lr * net.gradient(W, x, t)
    return path
""",
        "start twice": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        path.append(W)
        W = W - lr * net.gradient(W, x, t)
    return path
""",
        "one step too many": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps + 1):
        W = W - lr * net.gradient(W, x, t)
        path.append(W)
    return path
""",
        "uphill": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        W = W + lr * net.gradient(W, x, t)
        path.append(W)
    return path
""",
        "the last W only": """
def descend(W, lr, steps):
    for _ in range(steps):
        W = W - lr * net.gradient(W, x, t)
    return W
""",
        "the learning rate forgotten": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        W = W - net.gradient(W, x, t)
        path.append(W)
    return path
""",
        "the learning rate of one run": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        W = W - 0.1 * net.gradient(W, x, t)
        path.append(W)
    return path
""",
        "the gradient of the start all the way": """
def descend(W, lr, steps):
    slope = net.gradient(W, x, t)
    return [W - k * lr * slope for k in range(steps + 1)]
""",
        "returns within the loop": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        W = W - lr * net.gradient(W, x, t)
        path.append(W)
        return path
""",
        "the losses": """
def descend(W, lr, steps):
    path = [L(W)]
    for _ in range(steps):
        W = W - lr * net.gradient(W, x, t)
        path.append(L(W))
    return path
""",
        "a step of fixed length": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        slope = net.gradient(W, x, t)
        W = W - lr * slope / np.linalg.norm(slope)
        path.append(W)
    return path
""",
        "forgets return": """
def descend(W, lr, steps):
    path = [W]
    for _ in range(steps):
        W = W - lr * net.gradient(W, x, t)
        path.append(W)
""",
    },
    "6": {
        "sum for mean": """
def batch_gradient(W, X, T):
    return X.T @ (gradbook.softmax(X @ W) - T)
""",
        "divided by the classes": """
def batch_gradient(W, X, T):
    return X.T @ (gradbook.softmax(X @ W) - T) / T.shape[1]
""",
        "divided by all entries": """
def batch_gradient(W, X, T):
    return X.T @ (gradbook.softmax(X @ W) - T) / X.size
""",
        "divided by the inputs": """
def batch_gradient(W, X, T):
    return X.T @ (gradbook.softmax(X @ W) - T) / len(W)
""",
        "divided by four": """
def batch_gradient(W, X, T):
    return X.T @ (gradbook.softmax(X @ W) - T) / 4
""",
        "integer division": """
def batch_gradient(W, X, T):
    return X.T @ (gradbook.softmax(X @ W) - T) // len(X)
""",
        "wrong sign": """
def batch_gradient(W, X, T):
    return X.T @ (T - gradbook.softmax(X @ W)) / len(X)
""",
        "transposed": """
def batch_gradient(W, X, T):
    return (gradbook.softmax(X @ W) - T).T @ X / len(X)
""",
        "not transposed": """
def batch_gradient(W, X, T):
    return X @ (gradbook.softmax(X @ W) - T) / len(X)
""",
        "one softmax of all scores": """
def batch_gradient(W, X, T):
    E = np.exp(X @ W - np.max(X @ W))
    return X.T @ (E / np.sum(E) - T) / len(X)
""",
        "softmax of the columns": """
def batch_gradient(W, X, T):
    return X.T @ (gradbook.softmax((X @ W).T).T - T) / len(X)
""",
        "the last sample only": """
def batch_gradient(W, X, T):
    for a, b in zip(X, T):
        total = np.outer(a, gradbook.softmax(a @ W) - b)
    return total / len(X)
""",
        "the first sample only": """
def batch_gradient(W, X, T):
    return np.outer(X[0], gradbook.softmax(X[0] @ W) - T[0])
""",
        "mean of everything": """
def batch_gradient(W, X, T):
    return np.mean(X.T @ (gradbook.softmax(X @ W) - T))
""",
        "mean input, mean error": """
def batch_gradient(W, X, T):
    return np.outer(X.mean(axis=0), (gradbook.softmax(X @ W) - T).mean(axis=0))
""",
        "the input of the notebook": """
def batch_gradient(W, X, T):
    return sum(np.outer(x, gradbook.softmax(x @ W) - b) for b in T) / len(T)
""",
        "X changed": """
def batch_gradient(W, X, T):
    D = gradbook.softmax(X @ W) - T
    X /= len(X)
    return X.T @ D
""",
        "T changed": """
def batch_gradient(W, X, T):
    T -= gradbook.softmax(X @ W)
    return -X.T @ T / len(X)
""",
        "W changed": """
def batch_gradient(W, X, T):
    W -= W.max()
    return X.T @ (gradbook.softmax(X @ W) - T) / len(X)
""",
        "forgets return": """
def batch_gradient(W, X, T):
    gradient = X.T @ (gradbook.softmax(X @ W) - T) / len(X)
""",
    },
}
