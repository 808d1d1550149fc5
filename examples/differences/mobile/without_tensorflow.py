import subprocess
import sys

import keras
import numpy as np

RUN = """
import sys
sys.modules["tensorflow"] = sys.modules["keras"] = None
import numpy as np
from ai_edge_litert.interpreter import Interpreter
run = Interpreter("model.tflite").get_signature_runner()
print("LiteRT", run(x=np.ones((1, 4), "float32"))["output_0"])
try:
    import tensorflow
except ImportError as error:
    print(error)
"""
inputs = keras.Input((4,), name="x")
model = keras.Sequential([inputs, keras.layers.Dense(2)])
model.set_weights([np.arange(8.0).reshape(4, 2), np.ones(2)])
print("Keras ", model.predict(np.ones((1, 4)), verbose=0), flush=True)
model.export("model.tflite", format="litert", verbose=False)
subprocess.run([sys.executable, "-c", RUN], check=True)
