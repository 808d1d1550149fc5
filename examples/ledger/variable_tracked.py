# claim: A tf.Variable kept on a tf.keras layer is trained
# section: 3.3
try:
    import tensorflow as tf

    class Scale(tf.keras.layers.Layer):
        def __init__(self):
            super().__init__()
            self.scale = tf.Variable(1.0)

    count = len(Scale().trainable_weights)
    print(f"trainable weights found: {count}")
    gone = "no longer" if hasattr(tf.keras, "ops") else "not yet"
    verdict = "holds" if count == 1 else gone
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # before tf.keras
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
