# claim: Standalone Keras has versions of its own
# section: 3.2
try:
    import keras

    version = keras.__version__
    try:
        import tensorflow as tf

        beside = tf.__version__
    except ImportError:
        beside = "none"
    print(f"Keras {version}, TensorFlow {beside}")
    same = version.split(".")[:2] == beside.split(".")[:2]
    verdict = "no longer" if same else "holds"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
