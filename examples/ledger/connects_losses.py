# claim: A model connects to tf.keras.losses
# section: 3.3
import numpy as np

try:
    import tensorflow as tf

    x, y = np.array([[1.0], [2.0]], "float32"), np.array([[3.0], [5.0]], "float32")
    layer = tf.keras.layers.Dense(1, kernel_initializer="ones", input_shape=(1,))
    model = tf.keras.models.Sequential([layer])
    model.compile("sgd", tf.keras.losses.get("mean_squared_error"))
    by_keras = float(model.evaluate(x, y, verbose=0))
    by_hand = float(np.mean((x - y) ** 2))
    print(f"mean squared error by hand {by_hand:.2f}, by evaluate {by_keras:.2f}")
    verdict = "holds" if abs(by_keras - by_hand) < 1e-5 else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
