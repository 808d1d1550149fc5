import keras
import numpy as np
import tensorflow as tf

inputs = keras.Input((2,))
layers = [keras.layers.Dense(2, use_bias=False) for _ in range(2)]
model = keras.Model(inputs, [layer(inputs) for layer in layers])
w, side = model.weights
w.assign([[1, -2], [0.5, 1.5]])
side.assign([[3, -1], [1, 2]])


def show(title, weight, make_loss):
    with tf.GradientTape() as tape:
        loss = make_loss(*model(np.array([[1.0, 2.0]])))
    g = tape.gradient(loss, weight)
    found = "None" if g is None else f"norm {tf.norm(g):.3f}"
    print(f"{title:18} {found:12} loss", loss.numpy().round(3))


show("not in the loss", side, lambda p, q: tf.reduce_sum(p**2))
show("  in the loss", side, lambda p, q: tf.reduce_sum((p + q) ** 2))
show("detour by NumPy", w, lambda p, q: tf.reduce_sum(p.numpy() ** 2))
show("  no detour", w, lambda p, q: tf.reduce_sum(p**2))
show("tf.argmax", w, lambda p, q: tf.argmax(p, axis=1))
show("  tf.nn.softmax", w, lambda p, q: tf.nn.softmax(p)[0, 1])
whole, real = keras.Variable([1, 2]), keras.Variable([1.0, 2.0])
show("whole numbers", whole, lambda *_: tf.reduce_sum(whole * whole))
show("  real numbers", real, lambda *_: tf.reduce_sum(real * real))
