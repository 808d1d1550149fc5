# claim: tf.keras.optimizers.legacy.Adam is there
# section: 3.2
try:
    import tensorflow as tf

    optimizer = tf.keras.optimizers.legacy.Adam()
    print(f"made: {type(optimizer).__name__}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, ImportError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
