import keras
import tensorflow as tf


class Line(keras.Model):
    def __init__(self, dense):
        super().__init__()
        self.dense = dense


x, y = tf.constant([[0.0], [1.0]]), tf.constant([[1.0], [4.0]])
dense = keras.layers.Dense(1, kernel_initializer="zeros")
dense.build((None, 1))
line = Line(dense)
for _ in range(40):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((line.dense(x) - y) ** 2)
    variables = line.trainable_variables
    gradients = tape.gradient(loss, variables)
    pairs = zip(gradients, variables, strict=True)
    for gradient, variable in pairs:
        variable.assign_sub(0.3 * gradient)
print(f"keras.Model: {len(variables)} variables,", end=" ")
print(f"loss {loss:.4f}, offset {dense.bias[0]:.3f}")
