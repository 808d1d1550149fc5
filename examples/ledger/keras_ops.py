# claim: tf.keras.ops is there: operations for every backend
# section: 3.2
try:
    import tensorflow as tf

    total = tf.keras.ops.sum([1.0, 2.0])
    print(f"tf.keras.ops.sum([1, 2]) is {float(total):.0f}")
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
