# claim: A TensorFlow function takes a symbolic Keras input
# section: 3.4
try:
    import tensorflow as tf

    inputs = tf.keras.layers.Input((4,))
    model = tf.keras.models.Model(inputs, tf.nn.relu(inputs))
    print(f"tf.nn.relu(Input) gives a model: {model.output_shape}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
