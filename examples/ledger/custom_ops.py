# claim: An operation with its own gradient works in a tf.keras model
# section: 3.5
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
if hasattr(tf, "custom_gradient"):
    own = tf.custom_gradient(lambda x: (tf.square(x), lambda up: 50 * up))
else:  # before 1.7 an operation got another gradient by its name
    tf.RegisterGradient("Own")(lambda op, up: 50 * up)

    def own(x):
        with x.graph.gradient_override_map({"Square": "Own"}):
            return tf.square(x)


dense = keras.layers.Dense(1, use_bias=False, input_dim=1)
model = keras.models.Sequential([dense, keras.layers.Lambda(own)])
model.set_weights([np.array([[2.0]])])
model.compile(keras.optimizers.SGD(0.01), "mae")
loss = model.train_on_batch(np.array([[1.5]]), np.array([[0.0]]))
weight = model.get_weights()[0][0, 0]
print(f"square of 3: {loss:.2f}; weight from 2 to {weight:.2f}")
holds = np.allclose([loss, weight], [9, 2 - 0.01 * 50 * 1.5])
print("verdict:", "holds" if holds else "does not hold")
