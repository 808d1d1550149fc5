import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
model.set_weights([np.arange(8.0).reshape(4, 2) / 7, np.ones(2)])
traced = []


@tf.function
def call(x):
    traced.append(tuple(x.shape))  # Python runs only while tracing
    return model(x)


batches = [8, 8, 8, 3, 3, 8, 1]
for rows in batches:
    answer = call(tf.ones((rows, 4)))
print(f"{len(batches)} calls, {len(traced)} traces: {traced}")
print("graph", answer.numpy().round(4))
print("eager", model(tf.ones((1, 4))).numpy().round(4))
