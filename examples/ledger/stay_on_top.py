# claim: Calling fit builds the graph for you: Python runs once, not for each batch
# section: 3.4
import numpy as np

try:
    import tensorflow as tf

    calls = []

    def count(inputs):
        calls.append(1)
        return inputs

    data = np.ones((6, 1), "float32")
    counted = tf.keras.layers.Lambda(count, input_shape=(1,))
    model = tf.keras.models.Sequential([counted, tf.keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    model.fit(data, data, batch_size=1, epochs=5, verbose=0)
    print(f"30 batches, Python called {len(calls)} time(s)")
    verdict = "holds" if len(calls) < 30 else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
