# claim: Placeholders and a Session run through tf.compat.v1
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

if not hasattr(tf.compat, "v1"):
    print(f"tf.compat has {tf.compat.as_text.__name__} and no v1")
    print("verdict: does not hold")
    raise SystemExit
with tf.Graph().as_default():
    x = tf.compat.v1.placeholder(tf.float32)
    with tf.compat.v1.Session() as session:
        y = session.run(2 * x + 1, {x: [3, -4]})
print(f"session.run gives 2x + 1 for 3 and -4: {y}")
same = np.allclose(y, [7, -7])
print("verdict:", "holds" if same else "does not hold")
