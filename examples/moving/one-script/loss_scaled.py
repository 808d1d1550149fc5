import keras
import tensorflow as tf
from keras.optimizers import SGD, LossScaleOptimizer


def step(scaled):
    weight = keras.Variable(1.0)
    optimizer = LossScaleOptimizer(SGD(0.1))
    optimizer.build([weight])
    with tf.GradientTape() as tape:
        loss = 3.0 * weight.value
        loss = optimizer.scale_loss(loss) if scaled else loss
    gradient = tape.gradient(loss, weight.value)
    optimizer.apply_gradients([(gradient, weight)])
    return float(weight.value)


optimizer = LossScaleOptimizer(SGD(0.1))
try:
    optimizer.get_scaled_loss(1.0)
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
weight = round(step(scaled=True), 6)
print("changed to scale_loss: 1.0 - 0.1 * 3.0 =", weight)
print("the line only removed: weight", round(step(scaled=False), 6))
