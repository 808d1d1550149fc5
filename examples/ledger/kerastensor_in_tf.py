# claim: A TensorFlow function takes a symbolic Keras input
# section: 3.4
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
x = np.array([[-1.0, 2.0]])
inputs = keras.layers.Input((2,))
outputs = keras.layers.Activation("relu")(inputs)
model = keras.models.Model(inputs, outputs)
print(f"relu as a layer: {model.predict(x, verbose=0).tolist()}")
try:
    outputs = tf.nn.relu(inputs)
except ValueError as error:
    if "A KerasTensor cannot be used as input" not in str(error):
        raise
    print("tf.nn.relu:", str(error).split(".")[0])
    print("verdict: does not hold")
    raise SystemExit from None
result = keras.backend.function([inputs], [outputs])([x])[0].tolist()
print(f"tf.nn.relu: {result}")
print("verdict:", "holds" if result == [[0, 2]] else "does not hold")
