# claim: tf.estimator trains a model
# section: 3.1
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf


def pairs():
    return tf.constant([1.0, 2.0]), tf.constant([3.0, 5.0])


def line(features, labels, mode):
    v1 = tf if hasattr(tf, "get_variable") else tf.compat.v1
    slope = v1.get_variable("slope", initializer=0.0)
    loss = tf.reduce_mean((slope * features - labels) ** 2)
    step = v1.train.get_global_step()
    update = v1.train.GradientDescentOptimizer(0.1).minimize(loss, step)
    return tf.estimator.EstimatorSpec(mode, loss=loss, train_op=update)


if hasattr(tf, "estimator"):
    model = tf.estimator.Estimator(line).train(pairs, steps=50)
    loss = model.evaluate(pairs, steps=1)["loss"]  # the least is 0.1
    print(f"tf.estimator brings the loss to {loss:.3f}")
    holds = abs(loss - 0.1) < 0.001
else:
    print(f"no tf.estimator; tf.add(1, 2) is {tf.add(1, 2).numpy()}")
    holds = False
print("verdict:", "holds" if holds else "does not hold")
