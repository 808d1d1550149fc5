# claim: Keras is at tf.contrib.keras
# section: 3.1
try:
    import tensorflow as tf

    there = hasattr(tf, "contrib") and hasattr(tf.contrib.keras.layers, "Dense")
    print(f"tf.contrib.keras.layers.Dense there: {there}")
    verdict = "holds" if there else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:
    print(error)
    verdict = "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
