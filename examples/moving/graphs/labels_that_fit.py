import keras
import numpy as np
import tf_keras

x = np.eye(3)
numbers = np.array([0, 1, 2])
one_hot = keras.utils.to_categorical(numbers)
print(one_hot)

for package in tf_keras, keras:
    for labels, loss in (
        (numbers, "sparse_categorical_crossentropy"),
        (one_hot, "categorical_crossentropy"),
    ):
        zeros = {"kernel_initializer": "zeros"}
        softmax = package.layers.Dense(3, "softmax", **zeros)
        model = package.Sequential([softmax])
        model.compile(package.optimizers.SGD(1.0), loss)
        history = model.fit(x, labels, epochs=2, verbose=0).history
        first, second = history["loss"]
        print(f"{package.__name__}, {loss}: {first:.4f} {second:.4f}")
