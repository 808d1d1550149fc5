import warnings

import keras
import numpy as np
import tensorflow as tf

inputs = keras.Input((4,), name="x")
model = keras.Sequential([inputs, keras.layers.Dense(2)])
model.set_weights([np.arange(8.0).reshape(4, 2), np.ones(2)])
model.export("model.tflite", format="litert", verbose=False)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    interpreter = tf.lite.Interpreter("model.tflite")
run = interpreter.get_signature_runner()
print("TensorFlow", tf.__version__)
print("answer    ", run(x=np.ones((1, 4), "float32"))["output_0"])
for line in str(caught[0].message).strip().splitlines()[:2]:
    print(line.strip())
