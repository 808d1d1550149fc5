import keras
import tensorflow as tf


def step(scaled):
    weight = keras.Variable(1.0)
    optimizer = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD(0.1))
    optimizer.build([weight])
    with tf.GradientTape() as tape:
        loss = 3.0 * weight.value
        loss = optimizer.scale_loss(loss) if scaled else loss
    gradient = tape.gradient(loss, weight.value)
    optimizer.apply_gradients([(gradient, weight)])
    return float(weight.value)


optimizer = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD(0.1))
try:
    optimizer.get_scaled_loss(1.0)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
print("changed to scale_loss: 1.0 - 0.1 * 3.0 =", round(step(scaled=True), 6))
print("the line only removed: weight", round(step(scaled=False), 6))
