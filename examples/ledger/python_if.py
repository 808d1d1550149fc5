# claim: A Python if on a tensor works in the call of a tf.keras layer
# section: 3.4
import numpy as np

try:
    import tensorflow as tf

    class Flip(tf.keras.layers.Layer):
        def call(self, inputs):
            if tf.reduce_sum(inputs) > 0:
                inputs = -inputs
            return inputs

    model = tf.keras.models.Sequential([Flip(input_shape=(2,))])
    print(f"ones become {model.predict(np.ones((1, 2)), verbose=0).tolist()}")
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
