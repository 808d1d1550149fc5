import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

keras.utils.set_random_seed(0)
inputs = keras.Input((64,), name="x")
dense = keras.layers.Dense(32, use_bias=False)
model = keras.Sequential([inputs, dense])
default = [tf.lite.Optimize.DEFAULT]
model.export("model.tflite", "litert", False, optimizations=default)

x = np.random.rand(1, 64).astype("float32")  # from 0 to 1
run = Interpreter("model.tflite").get_signature_runner()
answer = run(x=x)["output_0"]

[kernel] = dense.get_weights()
unit = np.abs(kernel).max(axis=0) / 127  # one for each column
kernel8 = np.round(kernel / unit)
step = x.max() / 255  # from the largest input of this call
x8 = np.round(x / step)
for kind, inputs in [("float", x), ("8-bit", x8 * step)]:
    error = np.abs(answer - inputs @ kernel8 * unit).max()
    print(f"8-bit kernel, {kind} inputs: differs by {error:.5f}")
