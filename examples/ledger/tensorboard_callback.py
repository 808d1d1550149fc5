# claim: The TensorBoard callback works after installing TensorFlow alone
# section: 3.3
import os

import numpy as np

try:
    import tensorflow as tf

    data = np.ones((4, 3), "float32")
    model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    model.compile("sgd", "mse")
    board = tf.keras.callbacks.TensorBoard("logs")
    model.fit(data, data[:, :1], verbose=0, callbacks=[board])
    print(f"logs written: {os.path.isdir('logs')}")
    verdict = "holds" if os.path.isdir("logs") else "not yet"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    gone = "NotInstalled" in type(error).__name__
    verdict = "no longer" if gone else f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
