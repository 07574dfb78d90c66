"""Record what PyTorch computes, for test_autodiff.py, test_multilayer.py and test_schedules.py.

usage: python tests/gradbook/data/record_torch.py > tests/gradbook/data/torch.json

PyTorch is not among the requirements; the recording was made with the versions that it names.
"""

import json
import platform
import sys
from itertools import pairwise

import numpy as np
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR, LinearLR, StepLR

torch.set_default_dtype(torch.float64)
STEPS = 60


def numbers(*shape, seed):
    """Numbers that NumPy repeats exactly: no random generator is shared."""
    return np.sin(np.arange(np.prod(shape)) * 1.7 + seed).reshape(shape)


def operations():
    """The gradient of Σ c·op(…) for each operation that gradbook follows, at fixed numbers."""
    a, b = numbers(3, 4, seed=1), numbers(4, seed=2)
    cases = {
        "add": lambda a, b: a + b,
        "subtract": lambda a, b: a - b,
        "multiply": lambda a, b: a * b,
        "divide": lambda a, b: a / b,
        "power": lambda a, b: (2 + a) ** b,
        "matmul": lambda a, b: a @ b,
        "exp": lambda a, b: torch.exp(a * b),
        "log": lambda a, b: torch.log(2 + a * b),
        "tanh": lambda a, b: torch.tanh(a * b),
        "relu": lambda a, b: torch.relu(a * b),
        "sigmoid": lambda a, b: torch.sigmoid(a * b),
        "sum": lambda a, b: (a * b).sum(dim=0),
        "mean": lambda a, b: (a * b).mean(dim=1),
        "max": lambda a, b: (a * b).amax(dim=1),
        "maximum": lambda a, b: torch.maximum(a, b),
        "indexing": lambda a, b: a[[0, 0, 2], [1, 1, 3]] * b[1:],
    }
    recorded = {}
    for name, case in cases.items():
        x, y = (torch.tensor(one, requires_grad=True) for one in (a, b))
        value = case(x, y)
        weights = torch.tensor(numbers(*value.shape, seed=3))
        (weights * value).sum().backward()
        recorded[name] = [x.grad.tolist(), y.grad.tolist()]
    return recorded


def network(activation):
    """The loss of a network of four layers, and its gradients: W1, b1, W2, b2, …."""
    sizes = [5, 7, 6, 4, 3]
    parameters, h = [], torch.tensor(numbers(8, 5, seed=4))
    for k, (n, m) in enumerate(pairwise(sizes)):
        W, b = numbers(n, m, seed=5 + k), numbers(m, seed=10 + k)
        parameters += [torch.tensor(one, requires_grad=True) for one in (W, b)]
        a = h @ parameters[-2] + parameters[-1]
        h = activation(a) if k < len(sizes) - 2 else a
    t = torch.arange(8) % 3
    loss = torch.nn.functional.cross_entropy(h, t)
    loss.backward()
    return {"loss": loss.item(), "gradients": [one.grad.tolist() for one in parameters]}


def path(make, schedule=None):
    """Where an optimizer goes on the ravine x₀²/20 + x₁²."""
    x = torch.tensor([-7.0, 2.0], requires_grad=True)
    optimizer = make([x])
    scheduler = schedule(optimizer) if schedule else None
    points = [x.tolist()]
    for _ in range(STEPS):
        optimizer.zero_grad()
        (x[0] ** 2 / 20 + x[1] ** 2).backward()
        optimizer.step()
        if scheduler:
            scheduler.step()
        points.append(x.tolist())
    return points


def sgd(x):
    return torch.optim.SGD(x, lr=0.8)


recording = {
    "torch": torch.__version__,
    "python": platform.python_version(),
    "operations": operations(),
    "networks": {
        "tanh": network(torch.tanh),
        "sigmoid": network(torch.sigmoid),
        "relu": network(torch.relu),
        "identity": network(lambda a: a),
    },
    "paths": {
        "AdamW": path(lambda x: torch.optim.AdamW(x, lr=0.3, weight_decay=0.1)),
        "AdamW, cosine_decay": path(
            lambda x: torch.optim.AdamW(x, lr=0.3), lambda o: CosineAnnealingLR(o, STEPS)
        ),
        "step_decay": path(sgd, lambda o: StepLR(o, step_size=20, gamma=0.5)),
        "cosine_decay": path(sgd, lambda o: CosineAnnealingLR(o, STEPS, eta_min=0.1)),
        "inverse_decay": path(sgd, lambda o: LambdaLR(o, lambda k: 1 / (1 + 0.1 * k))),
        "warm_up": path(sgd, lambda o: LinearLR(o, start_factor=1 / 10, total_iters=9)),
    },
}
json.dump(recording, sys.stdout)
