import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
from keras import ops


def as_many_steps_as_needed(a):
    return ops.while_loop(
        lambda root: abs(root * root - a) > 1e-6 * a,
        lambda root: ((root + a / root) / 2,),
        (a,),
    )[0]


def nine_steps(a):
    root = a
    for _ in range(9):
        root = (root + a / root) / 2
    return root


for root in as_many_steps_as_needed, nine_steps:
    print(f"{root.__name__}: root of 900 is {root(900.0):.4f}")
    try:
        print(f"  gradient {jax.grad(root)(900.0):.5f}")
    except ValueError as error:
        print(f"  {type(error).__name__}: {str(error).split('.')[0]}")
