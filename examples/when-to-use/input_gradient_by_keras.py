import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((3,))])
model.add(keras.layers.Dense(2, "relu"))
model.add(keras.layers.Dense(1))
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])

x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])
with tf.GradientTape() as tape:
    tape.watch(x)  # an input is not a variable: the tape must be told
    score = model(x)
print("hidden", *model.layers[0](x).numpy())
print("score", score.numpy().ravel())
print("gradient with respect to the input")
print(tape.gradient(score, x).numpy())

with tf.GradientTape() as tape:
    score = model(x)
to_input, to_bias = tape.gradient(score, [x, model.layers[1].bias])
print(f"without watch: {to_input} for x, {to_bias} for a bias")
