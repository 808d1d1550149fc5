import keras
import numpy as np
import tf_keras
from tensorflow import keras as keras_of_tensorflow

x = np.array([[0.0], [1.0], [2.0], [3.0]])
y = 2 * x + 1
for package in keras, keras_of_tensorflow, tf_keras:
    dense = package.layers.Dense(1, kernel_initializer="ones")
    model = package.Sequential([package.Input((1,)), dense])
    model.compile(optimizer=package.optimizers.SGD(0.1), loss="mse")
    losses = model.fit(x, y, epochs=20, verbose=0).history["loss"]
    at_10 = model.predict(np.array([[10.0]]), verbose=0).item()
    print(f"{package.__name__}: a Dense of {type(dense).__module__}")
    print(f"  last loss {losses[-1]:.6f}, at x = 10: {at_10:.3f}")
