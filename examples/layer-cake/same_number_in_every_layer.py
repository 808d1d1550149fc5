import keras
import numpy as np
import tensorflow as tf

hidden = keras.layers.Dense(2, activation="relu")
score = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((3,)), hidden, score])
weights = [[-2, 3], [1, -1], [1, -2]], [0.5, 1], [[4], [2]], [-4]
model.set_weights([np.array(w) for w in weights])
x = tf.constant([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]])

w1, b1, w2, b2 = (w.value for w in model.weights)
by_ops = tf.raw_ops.MatMul(a=x, b=w1) + b1
by_ops = tf.raw_ops.Relu(features=by_ops)
by_ops = tf.raw_ops.MatMul(a=by_ops, b=w2) + b2
n1, c1, n2, c2 = model.get_weights()
by_hand = (x.numpy() @ n1 + c1).clip(0) @ n2 + c2

compiled = tf.function(model, jit_compile=True)
print("keras, predict   ", model.predict(x, verbose=0).ravel())
print("keras, call      ", model(x).numpy().ravel())
print("graph            ", tf.function(model)(x).numpy().ravel())
print("engine, XLA      ", compiled(x).numpy().ravel())
print("engine, operation", by_ops.numpy().ravel())
print("no TensorFlow    ", by_hand.ravel())
