import keras
import numpy as np

kernel, bias = np.array([[0.5], [2.0]]), np.array([1.0])
try:
    keras.layers.Dense(1, weights=[kernel, bias])
except ValueError as error:
    print("ValueError:", str(error).partition(":")[0])

start = keras.initializers.Constant(kernel)
dense = keras.layers.Dense(1, kernel_initializer=start)
print("by an initializer:", np.asarray(dense(np.ones((1, 2)))))

dense.set_weights([kernel, bias])
print("by set_weights:", np.asarray(dense(np.ones((1, 2)))))

vectors = np.array([[0.0, 0.0], [0.5, 1.5]])
embedding = keras.layers.Embedding(2, 2, weights=vectors)
print("Embedding(weights=...):", np.asarray(embedding(np.array([1]))))
