import keras
import numpy as np
import tensorflow as tf

x = np.arange(8.0).reshape(8, 1) / 8

for scaled in [True, False]:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.set_weights([np.zeros((1, 1)), np.zeros(1)])
    inner = keras.optimizers.SGD(0.5)
    optimizer = keras.optimizers.LossScaleOptimizer(inner)
    weights = model.trainable_variables
    for _ in range(30):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((model(x) - 3 * x) ** 2)
            target = optimizer.scale_loss(loss) if scaled else loss
        optimizer.apply(tape.gradient(target, weights), weights)
    slope = model.get_weights()[0].item()
    print(f"scaled {scaled!s:5}  loss {loss:.4f}, slope {slope:.3f}")
