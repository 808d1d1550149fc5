# claim: TensorFlow computes at once, without a graph
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

total = tf.add(20, 22)
eager = hasattr(tf, "executing_eagerly") and tf.executing_eagerly()
if eager:
    value = int(total.numpy())
    print(f"tf.add(20, 22) is {value} at once")
else:
    v1 = tf if hasattr(tf, "Session") else tf.compat.v1
    value = int(v1.Session().run(total))
    print(f"tf.add(20, 22) is {value} when a session runs its graph")
print("verdict:", "holds" if eager and value == 42 else "does not hold")
