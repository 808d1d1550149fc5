# claim: A model trains with fit and is judged with evaluate
# section: 3.3
import numpy as np

try:
    import tensorflow as tf

    x, y = np.array([[1.0], [2.0]], "float32"), np.array([[3.0], [5.0]], "float32")
    layer = tf.keras.layers.Dense(1, kernel_initializer="ones", input_shape=(1,))
    model = tf.keras.models.Sequential([layer])
    model.compile("sgd", "mse")
    before = float(model.evaluate(x, y, verbose=0))
    model.fit(x, y, epochs=50, verbose=0)
    after = float(model.evaluate(x, y, verbose=0))
    print(f"loss before {before:.2f}, after 50 epochs {after:.2f}")
    verdict = "holds" if after < before else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
