import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.set_weights([np.array([[1.0], [2.0]]) / 3, np.array([0.5])])


@tf.function
def ascend(x, steps):
    for _ in tf.range(steps):
        with tf.GradientTape() as tape:
            tape.watch(x)
            score = model(x)
        x += 0.1 * tape.gradient(score, x)
    return x, model(x)


start, steps = tf.constant([[0.0, 0.0]]), tf.constant(10)
x, score = ascend(start, steps)
print("score at the start   ", model(start).numpy().round(3))
print("input after ten steps", x.numpy().round(3))
print("score after ten steps", score.numpy().round(3))
graph = ascend.get_concrete_function(start, steps).graph
operations = [op.type for op in graph.get_operations()]
print("a loop in the graph  ", "While" in operations)
