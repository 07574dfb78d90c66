"""What readers write for the exercises of the chapters that is wrong, by page and number.

What is said of an answer, and its code, which comes after the stub, as the solution does.
"""

MENDED = """
def mended(f, x, lr, steps):
    x = np.array(x, dtype=float)
    for _ in range(steps):
        x = x - {}
    return x

end = [2497, -3496]
"""
FEWEST = """
def fewest(make, level):
    best = 501
    for lr in rates:
        run = minimize(ravine, [-7, 2], {}(lr), steps=500, gradient=ravine.gradient)
        best = min(best, {})
    return best
"""
STAYS = "np.flatnonzero(~(run.values <= level))[-1] + 1"
COUNT = """
def count(inputs, hidden, classes):
    W1, W2 = inputs * hidden, hidden * classes
    parameters = {}
    return 2 * parameters, {}
"""
RATIO = "2 * parameters * (W1 + W2) / (2 * W1 + 3 * W2)"
DISTANCE = """
arrives = "a"

def distance(rate, steps):
    x = 10.0
    for k in range(steps):
        x = x - {} * x
    return x
"""
KEPT = """
def kept(losses, patience):
    best, bad = 0, 0
    for epoch in range(1, len(losses)):
        if {}:
            {}
        else:
            bad += 1
            if bad == patience:
                break
    return best
"""
LAST = "losses[epoch] < losses[epoch - 1]"
LOWEST = "losses[epoch] <= losses[best]"

WRONG = {
    ("linear-approximation.md", "1"): {
        "on the wrong side": "plane = 1.702\n",
        "the function": "plane = 2.1 * 0.9**2\n",
    },
    ("gradient.md", "3"): {
        "the numbers of the check": "gradient = lambda a, x: np.array([2.0, -3.0, 0.5])\n",
        "x for a": "gradient = lambda a, x: x\n",
    },
    ("where-arrows-point.md", "5"): {
        "the starts moved": """
def follow(t):
    x = start
    for _ in range(400):
        x -= t * himmelblau.gradient(x)
    gaps = np.array([np.hypot(x[0] - a, x[1] - b) for a, b in himmelblau.minima])
    return gaps.argmin(axis=0), gaps.min(axis=0) < 0.01
""",
    },
    ("curvature.md", "2"): {
        "the answer for a step": "step = lambda x: 2**0.5\n",
    },
    ("curvature.md", "4"): {
        "gradient descent": "step = lambda x: x - x / np.sqrt(1 + x**2)\n",
        "steps of length 1": "step = lambda x: x - np.sign(x)\n",
        "along the gradient": """
def step(x):
    d = -x / np.sqrt(1 + x**2)
    return x + backtracking(f, x, d) * d
""",
    },
    ("gradient-descent.md", "2"): {
        "one number for two": "ends = {0.5: 0, 1: [-3, 4]}\n",
    },
    ("gradient-descent.md", "4"): {
        "a rate of its own": MENDED.format("0.1 * in_place_gradient(f, x)"),
        "the bowl for f": MENDED.format("lr * bowl.gradient(x)"),
    },
    ("adaptive-steps.md", "4"): {
        "falls as a cosine": """
def rate(k):
    return 0.01 * (k + 1) if k < 50 else 0.25 + 0.25 * math.cos(math.pi * (k - 49) / 250)

import math
""",
        "falls in two steps": """
def rate(k):
    return 0.01 * (k + 1) if k < 50 else 0.25 if k < 299 else 0
""",
    },
    ("comparing-optimizers.md", "3"): {
        "SGD whatever is asked": FEWEST.format("SGD", STAYS),
        "first below": FEWEST.format("make", "np.argmax(run.values <= level) or 501"),
        "how often above": FEWEST.format("make", "np.sum(~(run.values <= level))"),
        "diverged, and so at the end": FEWEST.format("make", STAYS),
    },
    ("network-gradient.md", "5"): {
        "the W of the book": """
from gradbook import SimpleNet, softmax

def entry(V):
    y3 = softmax(x @ W)[2]
    return SimpleNet().gradient(W, x, t)[1, 1] * y3 / (y3 + 1e-7)

entries = [entry(W + 5e-9)] * 64
""",
    },
    ("backpropagation.md", "2"): {
        "one number for two": "sums, row = 0, [0, 0, 0]\n",
        "one number for three": "sums, row = [0, 0], 0\n",
    },
    ("backpropagation.md", "3"): {
        "the biases of the example": COUNT.format("W1 + W2 + 60", RATIO),
        "the ratio of the example": COUNT.format("W1 + hidden + W2 + classes", 3522),
    },
    ("automatic-differentiation.md", "5"): {
        "slopes along x": """
def newton(f, x):
    for _ in range(30):
        value, slope = jvp(f, x, x)
        x = x - value / slope
    return x
""",
    },
    ("training.md", "4"): {
        "the first rates always": DISTANCE.format("falling['a'](k)"),
        "a formula of the first rates": DISTANCE.format("1 / (k + 2)"),
    },
    ("deep-networks.md", "1"): {
        "one layer too few": "bound = 0.25**29\n",
        "one layer too many": "bound = 0.25**31\n",
    },
    ("deep-networks.md", "2"): {
        "500 values always": "variance = lambda n, alpha: 2 / (500 * (1 + alpha**2))\n",
    },
    ("deep-networks.md", "3"): {
        "the same weights always": "layer = lambda h, W: h + np.tanh(h @ weights[0])\n",
    },
    ("generalization.md", "4"): {
        "compared with the last": KEPT.format(LAST, "best, bad = epoch, 0"),
        "not in a row": KEPT.format("losses[epoch] < losses[best]", "best = epoch"),
        "as low is lower": KEPT.format(LOWEST, "best, bad = epoch, 0"),
    },
}
