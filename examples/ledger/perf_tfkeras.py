# claim: tf.keras supports tf.function, XLA and mixed precision
# section: 3.2
import numpy as np

try:
    import tensorflow as tf

    data = np.ones((4, 3), "float32")
    tf.keras.mixed_precision.set_global_policy("mixed_float16")
    model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    half = tf.function(model)(data).dtype.name
    print(f"in tf.function: {half}")
    model.compile("sgd", "mse", jit_compile=True)
    model.fit(data, data[:, :1], verbose=0)
    print("with jit_compile=True: trained")
    verdict = "holds" if half == "float16" else "not yet"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, ImportError, TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
