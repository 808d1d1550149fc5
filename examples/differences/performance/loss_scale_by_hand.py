import keras
import numpy as np
import tensorflow as tf

x = np.arange(8.0).reshape(8, 1) / 8


def train(call_scale_loss):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.set_weights([np.zeros((1, 1)), np.zeros(1)])
    optimizer = keras.optimizers.LossScaleOptimizer(keras.optimizers.SGD(0.5))
    weights = model.trainable_variables
    for _ in range(30):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x) - 3 * x) ** 2)
            target = optimizer.scale_loss(loss) if call_scale_loss else loss
        # apply divides by the scale in either case.
        optimizer.apply(tape.gradient(target, weights), weights)
    return f"loss {loss:.4f}, slope {model.get_weights()[0].item():.3f}"


print("scale_loss called   ", train(True))
print("scale_loss forgotten", train(False))
