# claim: model.save('folder') writes a SavedModel folder
# section: 3.5
import os

try:
    import tensorflow as tf

    model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
    model.compile("sgd", "mse")
    model.save("folder")
    print(f"a folder was written: {os.path.isdir('folder')}")
    verdict = "holds" if os.path.isdir("folder") else "not yet"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
