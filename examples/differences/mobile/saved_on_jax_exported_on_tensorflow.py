import os
import warnings

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter

inputs = keras.Input((4,), name="x")
model = keras.Sequential([inputs, keras.layers.Dense(2)])
model.set_weights([np.arange(8.0).reshape(4, 2), np.ones(2)])
x = np.ones((1, 4), "float32")
print(f"{keras.config.backend():11} {np.asarray(model(x))}")
model.save("model.keras")

warnings.simplefilter("ignore")  # set_backend warns
keras.config.set_backend("tensorflow")
import keras  # as after a start with KERAS_BACKEND=tensorflow

loaded = keras.models.load_model("model.keras")
loaded.export("model.tflite", format="litert", verbose=False)
run = Interpreter("model.tflite").get_signature_runner()
print(f"{keras.config.backend():11} {loaded(x).numpy()}")
print(f"LiteRT      {run(x=x)['output_0']}")
