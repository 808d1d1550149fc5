# claim: tf.keras computes in mixed precision
# section: 3.2
try:
    import tensorflow as tf

    tf.keras.mixed_precision.set_global_policy("mixed_float16")
    layer = tf.keras.layers.Dense(1)
    output = layer(tf.ones((1, 3)))
    weights = tf.convert_to_tensor(layer.get_weights()[0])
    print(f"weights {weights.dtype.name}, output {output.dtype.name}")
    verdict = "holds" if output.dtype == tf.float16 else "not yet"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, ImportError, TypeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
