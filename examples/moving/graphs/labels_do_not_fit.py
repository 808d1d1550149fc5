import re

import keras
import numpy as np
import tf_keras

x, numbers = np.ones((4, 2)), np.array([0, 1, 2, 1])
one_hot = keras.utils.to_categorical(numbers)
cases = {
    "numbers": (numbers, "categorical_crossentropy"),
    "a column": (numbers.reshape(4, 1), "categorical_crossentropy"),
    "one-hot": (one_hot, "sparse_categorical_crossentropy"),
}
for name, (labels, loss) in cases.items():
    print(f"{name}, {loss}:")
    for package in tf_keras, keras:
        softmax = package.layers.Dense(3, "softmax")
        model = package.Sequential([softmax])
        model.compile("sgd", loss)
        try:
            model.fit(x, labels, verbose=0)
        except Exception as error:
            lines = re.findall(r".*[Ss]hape.*", str(error))
            print(f"  {package.__name__}: {lines[-1].strip()}")
