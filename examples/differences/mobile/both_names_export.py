import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

x = np.linspace(-1, 1, 4, dtype="float32").reshape(1, 4)
for name, library in {"tf.keras": tf.keras, "keras": keras}.items():
    inputs = library.Input((4,), name="x")
    model = library.Sequential([inputs, library.layers.Dense(2)])
    model.set_weights([np.arange(8.0).reshape(4, 2), np.ones(2)])
    model.export("model.tflite", format="litert", verbose=False)
    run = Interpreter("model.tflite").get_signature_runner()
    print(f"{name:8} {run(x=x)['output_0'].round(4)}")
