# claim: GradientTape shows the gradients of a tf.keras layer
# section: 3.5
try:
    import tensorflow as tf

    layer = tf.keras.layers.Dense(1, kernel_initializer="ones")
    x = tf.constant([[1.0, 2.0, 3.0]])
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(layer(x) ** 2)
    gradient = tape.gradient(loss, layer.trainable_weights)[0]
    print(f"by hand [12, 24, 36], by tape {gradient.numpy().ravel().tolist()}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:  # no tape, or no numbers yet
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
