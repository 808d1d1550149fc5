import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

keras.utils.set_random_seed(0)
inputs = keras.Input((64,))
hidden = keras.layers.Dense(32, "relu")
model = keras.Sequential([inputs, hidden, keras.layers.Dense(4)])
samples = np.random.rand(28, 1, 64).astype("float32")


def some_inputs():
    for sample in samples:
        yield [sample]


default = {"optimizations": [tf.lite.Optimize.DEFAULT]}
samples_too = default | {"representative_dataset": some_inputs}
for options in [default, samples_too]:
    model.export("model.tflite", "litert", False, **options)
    interpreter = Interpreter("model.tflite")
    for tensor in interpreter.get_tensor_details():
        if list(tensor["shape"]) == [1, 32]:  # what hidden gives
            step, _ = tensor["quantization"]
            kind = tensor["dtype"].__name__
            print(*options, "-", kind, f"in steps of {step:.4f}")
