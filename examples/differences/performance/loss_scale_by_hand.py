import keras
import numpy as np
import tensorflow as tf

keras.mixed_precision.set_global_policy("mixed_float16")
x = np.ones((4096, 1))
y = np.full((4096, 1), 2e-5)  # its gradients are too small for float16

for wrapped in [False, True]:
    optimizer = keras.optimizers.SGD(0.2)
    if wrapped:
        optimizer = keras.optimizers.LossScaleOptimizer(optimizer)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.set_weights([np.zeros((1, 1)), np.zeros(1)])
    weights = model.trainable_variables
    for _ in range(20):
        with tf.GradientTape() as tape:
            error = tf.cast(model(x), "float32") - y
            loss = optimizer.scale_loss(tf.reduce_mean(error**2))
        optimizer.apply(tape.gradient(loss, weights), weights)
    name, factor = type(optimizer).__name__, optimizer.scale_loss(1.0)
    answer = float(model(x[:1])[0, 0])
    print(f"{name:18} loss times {float(factor):5.0f}", end="  ")
    print(f"answer {answer:.1e}, wanted {y[0, 0]:.1e}")
