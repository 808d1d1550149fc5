import keras
import numpy as np
import tensorflow as tf


class DenseAdam(keras.optimizers.Adam):
    def apply(self, grads, trainable_variables=None):
        grads = [tf.convert_to_tensor(grad) for grad in grads]
        return super().apply(grads, trainable_variables)


for sentence in ([1], [1, 1]):
    start = {"embeddings_initializer": "zeros"}
    embedding = keras.layers.Embedding(3, 1, **start)
    mean = keras.layers.GlobalAveragePooling1D()
    model = keras.Sequential([embedding, mean])
    model.compile(DenseAdam(0.1), loss="mse")
    model.fit(np.array([sentence]), np.array([[1.0]]), verbose=0)
    moved = float(embedding.get_weights()[0][1, 0])
    print(f"{sentence}, keras: a step of {moved:.4f}")
