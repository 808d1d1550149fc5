# claim: tf.keras.layers.experimental.preprocessing is there
# section: 3.2
try:
    import tensorflow as tf

    layer = tf.keras.layers.experimental.preprocessing.Rescaling(0.5)
    print(f"made: {type(layer).__name__}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
