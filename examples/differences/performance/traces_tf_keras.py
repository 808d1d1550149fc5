import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(2)])
bodies = []


@tf.function
def call(x):
    bodies.append(x.shape)  # Python code: runs while tracing, and never again
    return model(x)


for rows in [8, 8, 8, 3, 3, 8]:
    call(tf.ones((rows, 4)))
print("calls ", 6)
print("traces", call.experimental_get_tracing_count(), [tuple(s) for s in bodies])

x = np.random.rand(3, 4).astype("float32")
print("equal ", np.allclose(call(x), model(x), atol=1e-6))
