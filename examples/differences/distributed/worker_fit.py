import keras
import numpy as np
import tensorflow as tf
import tf_keras


def train(strategy):
    x = np.random.default_rng(0).random((8, 3), "float32")
    y = x.sum(axis=1)
    data = tf.data.Dataset.from_tensor_slices((x, y)).batch(8)
    for library in [keras, tf_keras]:
        with strategy.scope():
            layers = [library.Input((3,)), library.layers.Dense(1)]
            model = library.Sequential(layers)
            model.set_weights([np.zeros((3, 1)), np.zeros(1)])
            model.compile(library.optimizers.SGD(0.1), "mse")
        try:
            loss = model.fit(data, epochs=5, verbose=0).history["loss"][-1]
            kernel = model.get_weights()[0].ravel().round(4)
            print(f"{library.__name__:8} loss {loss:.4f}, kernel", kernel)
        except ValueError as error:
            print(f"{library.__name__:8} ValueError:", str(error).splitlines()[0])


if __name__ == "__main__":
    # TF_CONFIG names the workers; without it this program is a cluster of one.
    train(tf.distribute.MultiWorkerMirroredStrategy())
