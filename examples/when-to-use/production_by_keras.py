import subprocess
import sys

import keras
import numpy as np

SERVE = """
import sys
sys.modules["keras"] = None  # from here on, importing Keras is an error
import tensorflow as tf
model = tf.saved_model.load("served")
rows = [1.0, 2.0, 3.0], [3.0, 2.0, 1.0]
print("served  ", [model.serve(tf.constant([row])).numpy().item() for row in rows])
print("Keras modules:", [n for n in sys.modules if n.startswith("keras.")])
"""

layers = [keras.Input((3,)), keras.layers.Dense(2, "relu"), keras.layers.Dense(1)]
model = keras.Sequential(layers)
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
model.set_weights([np.array(w) for w in weights])
print("in Keras", model(x).numpy().ravel().tolist(), flush=True)

model.export("served", verbose=False)
subprocess.run([sys.executable, "-c", SERVE], check=True)
