# claim: Keras is part of TensorFlow
# section: 3.1
try:
    import tensorflow as tf

    there = hasattr(tf, "keras") and hasattr(tf.keras.layers, "Dense")
    print(f"TensorFlow {tf.__version__}, tf.keras.layers.Dense there: {there}")
    verdict = "holds" if there else "not yet"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
