# claim: A tf.Variable kept on a tf.keras layer is trained
# section: 3.3
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
if hasattr(tf, "enable_resource_variables"):  # late TensorFlow 1
    tf.enable_eager_execution()


class Scale(keras.layers.Layer):
    def call(self, x):
        return self.factor * x


scale = Scale()
scale.factor = tf.Variable(1.0)
dense = keras.layers.Dense(1, kernel_initializer="ones", input_dim=1)
model = keras.models.Sequential([dense, scale])
model.compile(keras.optimizers.SGD(0.01), "mse")
model.train_on_batch(np.array([[1.5]]), np.array([[-1.0]]))
kernel = dense.get_weights()[0][0, 0]
factor = keras.backend.get_value(scale.factor)
print(f"kernel from 1 to {kernel:.3f}, tf.Variable to {factor:.3f}")
assert np.isclose(kernel, 1 - 0.01 * 2 * 2.5 * 1.5)  # a step was made
print("verdict:", "holds" if factor == kernel else "does not hold")
