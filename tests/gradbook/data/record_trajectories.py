"""Record where PyTorch's optimizers go on the ravine x₀²/20 + x₁², for test_optimizers.py.

usage: python tests/data/record_trajectories.py > tests/data/trajectories.json

PyTorch is not among the requirements; the recording was made with the versions that it names.
"""

import json
import platform
import sys

import torch

START, STEPS = [-7.0, 2.0], 200
OPTIMIZERS = {
    "SGD": lambda p: torch.optim.SGD(p, lr=0.9),
    "Momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "Nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "AdaGrad": lambda p: torch.optim.Adagrad(p, lr=1.5),
    "RMSProp": lambda p: torch.optim.RMSprop(p, lr=0.1),
    "Adam": lambda p: torch.optim.Adam(p, lr=0.3),
}


def trajectory(make):
    x = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = make([x])
    path = [x.tolist()]
    for _ in range(STEPS):
        optimizer.zero_grad()
        (x[0] ** 2 / 20 + x[1] ** 2).backward()
        optimizer.step()
        path.append(x.tolist())
    return path


recording = {"torch": torch.__version__, "python": platform.python_version(), "paths": {}}
for name, make in OPTIMIZERS.items():
    recording["paths"][name] = trajectory(make)
json.dump(recording, sys.stdout)
