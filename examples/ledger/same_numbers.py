# claim: The layer by hand and by tf.keras compute the same numbers
# section: 3.3
import numpy as np

try:
    import tensorflow as tf

    x = np.ones((1, 4), "float32")
    W = np.arange(12, dtype="float32").reshape(4, 3) / 10
    b = np.array([0.5, -9, 0], "float32")
    dense = tf.keras.layers.Dense(3, activation="relu", input_shape=(4,))
    model = tf.keras.models.Sequential([dense])
    model.set_weights([W, b])
    y = tf.nn.relu(tf.matmul(x, W) + b)
    y = y.numpy() if hasattr(y, "numpy") else tf.keras.backend.eval(y)
    by_keras = model.predict(x, verbose=0)
    print(f"by hand {y.round(2)}, by Keras {by_keras.round(2)}")
    verdict = "holds" if np.allclose(y, by_keras) else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
