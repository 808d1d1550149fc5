from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

keras.utils.set_random_seed(0)
inputs = keras.Input((64,), name="x")
hidden = keras.layers.Dense(128, "relu")
model = keras.Sequential([inputs, hidden, keras.layers.Dense(10)])
x = np.random.rand(1, 64).astype("float32")
expected = model.predict(x, verbose=0)

file = Path("model.tflite")
for optimizations in [[], [tf.lite.Optimize.DEFAULT]]:
    options = {"optimizations": optimizations}
    model.export(file, format="litert", verbose=False, **options)
    run = Interpreter(str(file)).get_signature_runner()
    answer = run(x=x)["output_0"]
    error = np.abs(answer - expected).max()
    size = file.stat().st_size / 1024
    print([option.name for option in optimizations], end=" ")
    print(f"{size:.1f} KiB, largest error {error:.4f}")
    print("  first answers", answer[0, :3].round(3))
