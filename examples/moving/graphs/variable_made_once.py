import keras
import numpy as np
import tensorflow as tf


class Total(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = tf.Variable(0.0)

    @tf.function
    def add_up(self, x):
        return self.total.assign_add(x)


class TotalLayer(keras.layers.Layer):
    def build(self, input_shape):
        self.total = self.add_weight((), "zeros", trainable=False)

    def call(self, x):
        self.total.assign_add(keras.ops.sum(x))
        return x


total, layer = Total(), TotalLayer()
model = keras.Sequential([layer])
for value in 2.0, 3.0, 4.0:
    print("total:", total.add_up(tf.constant(value)).numpy(), end=", ")
    model.predict(np.array([[value]]), verbose=0)
    print("in a layer:", float(layer.total))
print("weights to train:", len(model.trainable_weights))
