import keras
import numpy as np
import tensorflow as tf

numbers = tf.constant([1, 2, 4])
print("np.mean:", np.mean(numbers.numpy()).round(4))

for mean in keras.ops.mean, tf.reduce_mean:
    traced = tf.function(mean).get_concrete_function(numbers)
    print(f"{mean.__name__}:", traced(numbers).numpy().round(4))
    print("  ", *[op.type for op in traced.graph.get_operations()])
