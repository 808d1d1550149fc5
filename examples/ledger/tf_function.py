# claim: A tf.keras model can be compiled with tf.function
# section: 3.4
try:
    import tensorflow as tf

    compiled = tf.function(tf.keras.layers.Dense(2))
    output = compiled(tf.ones((1, 3)))
    print(f"tf.function(layer) returns the shape {output.shape.as_list()}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, ImportError, TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
