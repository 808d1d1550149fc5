# claim: The chapter's listing by hand computes a dense layer, given x
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 784, dtype="float32").reshape(1, 784)
if not hasattr(tf, "random") and tf.random_normal((784, 64)).shape:
    print("the listing calls tf.random; this release has tf.random_normal")
    print("verdict: does not hold")
    raise SystemExit
W = tf.Variable(tf.random.normal((784, 64)))
b = tf.Variable(tf.zeros(64))
y = tf.nn.relu(tf.matmul(x, W) + b)
if not hasattr(y, "numpy"):  # TensorFlow 1 has built a graph
    session = tf.InteractiveSession()
    tf.global_variables_initializer().run()
computed, weights = (t.numpy() if hasattr(t, "numpy") else t.eval() for t in (y, W))
same = np.allclose(computed, np.maximum(x @ weights, 0), atol=1e-4)
print(f"{computed.shape} numbers, relu(xW + b) as NumPy has it: {same}")
print("verdict:", "holds" if same else "does not hold")
