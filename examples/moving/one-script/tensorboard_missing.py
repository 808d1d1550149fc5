from importlib.util import find_spec

import keras
import numpy as np
import tf_keras
from tensorflow.python.summary.tb_summary import TBNotInstalledError

x = np.ones((4, 1))
for package in tf_keras, keras:
    dense = package.layers.Dense(1)
    model = package.Sequential([package.Input((1,)), dense])
    model.compile("sgd", "mse")
    board = package.callbacks.TensorBoard("logs")
    try:
        model.fit(x, x, verbose=0, callbacks=[board])
    except TBNotInstalledError as error:
        print(f"{package.__name__}: {type(error).__name__}: {error}")

callbacks = []
if find_spec("tensorboard"):
    callbacks.append(keras.callbacks.TensorBoard("logs"))
run = model.fit(x, x, verbose=0, callbacks=callbacks)
epochs, count = len(run.epoch), len(callbacks)
print(f"changed: trained for {epochs} epoch with {count} callbacks")
