# claim: tf.keras is TensorFlow's own core: its layers are TensorFlow modules
# section: 3.1
try:
    import tensorflow as tf

    layer = tf.keras.layers.Dense(1)
    module = isinstance(layer, tf.Module)
    print(f"a tf.keras layer is a tf.Module: {module}")
    gone = "no longer" if hasattr(tf.keras, "ops") else "not yet"
    verdict = "holds" if module else gone
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras, and before tf.Module
    print(error)
    verdict = "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
