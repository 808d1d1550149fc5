# claim: compile(jit_compile=True) trains a tf.keras model with XLA
# section: 3.2
import inspect

import numpy as np

try:
    import tensorflow as tf

    model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    model.compile("sgd", "mse", jit_compile=True)
    model.fit(np.ones((4, 3)), np.ones((4, 1)), epochs=1, verbose=0)
    known = "jit_compile" in inspect.signature(model.compile).parameters
    print(f"trained; compile knows jit_compile: {known}")
    verdict = "holds" if known else "not yet"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, ImportError, TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
