# claim: tf.keras runs on TensorFlow only
# section: 3.2
import os

os.environ["KERAS_BACKEND"] = "jax"  # a backend that is not TensorFlow

try:
    import tensorflow as tf

    engine = tf.keras.backend.backend()
    print(f"KERAS_BACKEND=jax, tf.keras runs on {engine}")
    verdict = "holds" if engine == "tensorflow" else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(error)
    verdict = "not yet"
except ImportError as error:  # it obeys, and that backend cannot start
    print(f"KERAS_BACKEND=jax: {error}")
    verdict = "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
