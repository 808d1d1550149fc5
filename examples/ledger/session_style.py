# claim: TensorFlow computes through placeholders and a Session
# section: 3.3
try:
    import tensorflow as tf

    x = tf.placeholder(tf.float32)
    with tf.Session() as session:
        print(f"session.run gives {session.run(2 * x, {x: 3.0}):.1f}")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except AttributeError as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
