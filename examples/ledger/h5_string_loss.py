# claim: A model with loss='mse' comes back from an .h5 file
# section: 3.5
import numpy as np

try:
    import tensorflow as tf

    model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    model.compile("sgd", loss="mse", metrics=["mse"])
    model.fit(np.ones((1, 3)), np.ones((1, 1)), verbose=0)
    model.save("model.h5")
    again = tf.keras.models.load_model("model.h5")
    print(f"loaded with its loss: {again.loss is not None}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
