# claim: Adam().lr can be read
# section: 3.2
try:
    import tensorflow as tf

    optimizer = tf.keras.optimizers.Adam()
    print(f"Adam().lr is there: {optimizer.lr is not None}")
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
