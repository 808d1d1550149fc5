# claim: model.save('model.keras') writes one zip file
# section: 3.5
import os
import zipfile

try:
    import tensorflow as tf

    model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    model.compile("sgd", "mse")
    model.save("model.keras")
    zipped = os.path.isfile("model.keras") and zipfile.is_zipfile("model.keras")
    print(f"a zip file was written: {zipped}")
    verdict = "holds" if zipped else "not yet"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
