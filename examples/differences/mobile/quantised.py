from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

keras.utils.set_random_seed(0)
model = keras.Sequential([keras.Input((64,)), keras.layers.Dense(128, "relu")])
model.add(keras.layers.Dense(10, "softmax"))
x = np.random.rand(1, 64).astype("float32")
expected = model.predict(x, verbose=0)

for label, settings in [
    ("float32 weights", {}),
    ("int8 weights   ", {"optimizations": [tf.lite.Optimize.DEFAULT]}),
]:
    model.export("model.tflite", format="litert", verbose=False, **settings)
    interpreter = Interpreter("model.tflite")
    interpreter.allocate_tensors()
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], x)
    interpreter.invoke()
    answer = interpreter.get_tensor(interpreter.get_output_details()[0]["index"])
    size, error = Path("model.tflite").stat().st_size, np.abs(answer - expected).max()
    print(f"{label}  {size / 1024:5.1f} KiB  largest error {error:.4f}")
    print("  first three answers", answer[0, :3].round(3))
