# claim: tf.keras and keras are two different modules
# section: 3.1
try:
    import keras
    import tensorflow as tf

    print(f"tf.keras is keras: {tf.keras is keras}")
    verdict = "no longer" if tf.keras is keras else "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(error)
    verdict = "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
