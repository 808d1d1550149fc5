import numpy as np
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(2)])
model.set_weights([np.arange(8.0).reshape(4, 2) / 7, np.ones(2)])
bodies = []


@tf.function
def call(x):
    bodies.append(x.shape)  # Python code: runs while tracing, and never again
    return model(x)


batches = [8, 8, 8, 3, 3, 8, 1]
for rows in batches:
    answer = call(tf.ones((rows, 4)))
print("calls ", len(batches))
print("traces", call.experimental_get_tracing_count(), [tuple(s) for s in bodies])
print("graph ", answer.numpy().round(4))
print("eager ", model(tf.ones((1, 4))).numpy().round(4))
