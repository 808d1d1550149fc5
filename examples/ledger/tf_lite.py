# claim: tf.lite is there
# section: 3.2
try:
    import tensorflow as tf

    print(f"tf.lite offers {tf.lite.Interpreter.__name__}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if tf.__version__ >= "2" else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
