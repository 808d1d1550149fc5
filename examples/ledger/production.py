# claim: A tf.keras model is exported and served without Keras
# section: 3.5
import contextlib
import sys

try:
    import tensorflow as tf

    model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    save = getattr(model, "export", lambda path: tf.saved_model.save(model, path))
    with contextlib.redirect_stdout(sys.stderr):
        save("model")
    loaded = tf.saved_model.load("model")
    (y,) = loaded.signatures["serving_default"](tf.zeros((1, 3))).values()
    print(f"served for zeros: {y.numpy().tolist()}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, RuntimeError, TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
