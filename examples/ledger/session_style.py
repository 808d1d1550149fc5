# claim: tf.placeholder and tf.Session compute
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

if not hasattr(tf, "placeholder"):
    other = tf.compat.v1.placeholder.__name__
    print(f"there is no tf.placeholder, only tf.compat.v1.{other}")
    print("verdict: does not hold")
    raise SystemExit
x = tf.placeholder(tf.float32)
with tf.Session() as session:
    y = session.run(2 * x + 1, {x: [3, -4]})
print(f"session.run gives 2x + 1 for 3 and -4: {y}")
same = np.allclose(y, [7, -7])
print("verdict:", "holds" if same else "does not hold")
