# claim: TensorFlow 1 code runs through tf.compat.v1
# section: 3.3
try:
    import tensorflow as tf

    with tf.Graph().as_default():
        x = tf.compat.v1.placeholder(tf.float32)
        with tf.compat.v1.Session() as session:
            print(f"session.run gives {session.run(2 * x, {x: 3.0}):.1f}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
