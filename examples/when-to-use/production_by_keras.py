import subprocess
import sys
from pathlib import Path

import keras
import numpy as np

model = keras.Sequential([keras.Input((3,))])
model.add(keras.layers.Dense(2, "relu"))
model.add(keras.layers.Dense(1))
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])
x = np.array([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
print("in Keras", model(x).numpy().tolist(), flush=True)

model.export("folder", verbose=False)
server = Path(__file__).with_name("served_without_keras.py")
subprocess.run([sys.executable, server, "folder"], check=True)
