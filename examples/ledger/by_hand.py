# claim: The chapter's listing of a dense layer by hand computes numbers
# section: 3.3
try:
    import tensorflow as tf

    x = tf.ones((1, 784))
    W = tf.Variable(tf.random.normal((784, 64)))
    b = tf.Variable(tf.zeros(64))
    y = tf.nn.relu(tf.matmul(x, W) + b)
    print(f"y holds numbers of shape {y.numpy().shape}")
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
