# claim: Standalone Keras is only another name for tf.keras
# section: 3.2
try:
    import keras
    import tensorflow as tf

    same = keras.layers.Dense is tf.keras.layers.Dense
    three = hasattr(keras, "ops")
    print(f"one Dense class under both names: {same}, Keras 3: {three}")
    gone = "no longer" if three else "not yet"
    verdict = "holds" if same and not three else gone
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(error)
    verdict = "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
