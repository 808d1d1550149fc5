import keras
import tensorflow as tf


class Line(tf.Module):
    def __init__(self):
        super().__init__()
        self.dense = keras.layers.Dense(1, kernel_initializer="zeros")
        self.dense.build((None, 1))
        self.kept = [weight.value for weight in self.dense.variables]


x, y = tf.constant([[0.0], [1.0]]), tf.constant([[1.0], [4.0]])
line = Line()
for _ in range(40):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((line.dense(x) - y) ** 2)
    variables = line.trainable_variables
    gradients = tape.gradient(loss, variables)
    pairs = zip(gradients, variables, strict=True)
    for gradient, variable in pairs:
        variable.assign_sub(0.3 * gradient)
print(f"tf.Module: {len(variables)} variables,", end=" ")
print(f"loss {loss:.4f}, offset {line.dense.bias[0]:.3f}")
