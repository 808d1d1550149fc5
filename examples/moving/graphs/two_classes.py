import keras
import numpy as np
import tf_keras

x, numbers = np.ones((4, 2)), np.array([0, 1, 1, 0])
one_hot = keras.utils.to_categorical(numbers)

for name, labels in ("one-hot", one_hot), ("numbers", numbers):
    for package in tf_keras, keras:
        zeros = {"kernel_initializer": "zeros"}
        sigmoid = package.layers.Dense(1, "sigmoid", **zeros)
        model = package.Sequential([sigmoid])
        model.compile("sgd", "binary_crossentropy")
        try:
            history = model.fit(x, labels, verbose=0).history
            message = f"loss {history['loss'][0]:.4f}"
        except ValueError as error:
            message = str(error).strip().split("\n")[-1].strip()
        print(f"{package.__name__}, {name}: {message}")
