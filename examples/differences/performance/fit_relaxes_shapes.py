import keras
import numpy as np
import tensorflow as tf

traced = []


class MeanOverLength(keras.layers.Layer):
    def call(self, x):
        traced.append(tuple(x.shape))  # Python runs only while tracing
        return keras.ops.mean(x, axis=1)


model = keras.Sequential([MeanOverLength(), keras.layers.Dense(1)])
model.build((None, None, 3))  # the length is left open
model.compile("sgd", "mse")
batches = [np.ones((2, length, 3)) for length in (4, 6, 8, 10, 12)]

for settings in [{}, {"reduce_retracing": True}]:
    traced.clear()
    function = tf.function(model, **settings)
    for batch in batches:
        function(batch)
    print("tf.function", settings, len(traced), "traces", traced[:2])

traced.clear()
model.fit(((batch, np.ones((2, 1))) for batch in batches), verbose=0)
print("fit", len(traced), "trace", traced)
print("output of the model", model.output_shape)
