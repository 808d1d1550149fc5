# claim: The code behind tf.keras lives in the tensorflow package
# section: 3.1
try:
    import tensorflow as tf

    package = tf.keras.layers.Dense.__module__.split(".")[0]
    print(f"tf.keras.layers.Dense lives in the package {package}")
    verdict = "holds" if package == "tensorflow" else "no longer"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(error)
    verdict = "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
