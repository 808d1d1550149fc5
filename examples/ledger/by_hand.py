# claim: The chapter's listing by hand computes a dense layer, given x
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 784, dtype="float32").reshape(1, 784)
if not hasattr(tf, "random"):
    print(f"no tf.random yet, only tf.{tf.random_normal.__name__}")
    print("verdict: does not hold")
    raise SystemExit
W = tf.Variable(tf.random.normal((784, 64)))
b = tf.Variable(tf.zeros(64))
y = tf.nn.relu(tf.matmul(x, W) + b)
if hasattr(tf, "Session"):  # TensorFlow 1 has only built a graph
    session = tf.Session()
    session.run(tf.global_variables_initializer())
    y, W, b = session.run([y, W, b])
else:
    y, W, b = (each.numpy() for each in (y, W, b))
same = np.allclose(y, np.maximum(x @ W + b, 0), atol=1e-4)
print(f"y has shape {y.shape} and is relu(xW + b): {same}")
print("verdict:", "holds" if same else "does not hold")
