import contextlib
import io
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

x = np.linspace(-1, 1, 4, dtype="float32").reshape(1, 4)
dense = keras.layers.Dense(2)
model = keras.Sequential([keras.Input((4,), name="x"), dense])
model.set_weights([np.arange(8.0).reshape(4, 2), np.ones(2)])

converter = tf.lite.TFLiteConverter.from_keras_model(model)
with contextlib.redirect_stdout(io.StringIO()):  # it prints a folder
    Path("converted.tflite").write_bytes(converter.convert())
model.export("exported.tflite", format="litert", verbose=False)

for name in "converted", "exported":
    run = Interpreter(f"{name}.tflite").get_signature_runner()
    print(name, run(x=x)["output_0"].round(4))
