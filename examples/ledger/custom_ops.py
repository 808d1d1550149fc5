# claim: An operation with a gradient of its own works inside a tf.keras model
# section: 3.5
import numpy as np

try:
    import tensorflow as tf

    @tf.custom_gradient
    def double(x):
        return 2 * x, lambda upstream: 100 * upstream

    dense = tf.keras.layers.Dense(1, kernel_initializer="zeros", input_shape=(1,))
    model = tf.keras.models.Sequential([dense, tf.keras.layers.Lambda(double)])
    model.compile(tf.keras.optimizers.SGD(1.0), "mae")
    model.fit(np.ones((1, 1)), np.ones((1, 1)), epochs=1, verbose=0)
    print(f"weight after one step: {model.get_weights()[0][0, 0]:.0f}")
    verdict = "holds" if model.get_weights()[0][0, 0] == 100 else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.custom_gradient
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
