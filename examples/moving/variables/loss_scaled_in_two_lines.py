import keras
import tensorflow as tf
import tf_keras


def step_with_keras_2(sgd, weight):
    with tf.GradientTape() as tape:
        loss = sgd.get_scaled_loss((weight - 3) ** 2)
    gradients = [tape.gradient(loss, weight)]
    (gradient,) = sgd.get_unscaled_gradients(gradients)
    sgd.apply_gradients([(gradient, weight)])


def step_with_keras_3(sgd, weight):
    with tf.GradientTape() as tape:
        loss = sgd.scale_loss((weight - 3) ** 2)
    gradient = tape.gradient(loss, weight)
    sgd.apply_gradients([(gradient, weight)])


steps = {tf_keras: step_with_keras_2, keras: step_with_keras_3}
for package, step in steps.items():
    sgd = package.optimizers.SGD(0.1)
    sgd = package.mixed_precision.LossScaleOptimizer(sgd)
    weight = tf.Variable(1.0)
    step(sgd, weight)
    print(f"{package.__name__}: 1.0 to {weight.numpy():.3f}")
