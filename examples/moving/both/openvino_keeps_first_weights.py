import os

os.environ["KERAS_BACKEND"] = "openvino"

import keras
import numpy as np
from scaled import Scaled

x = np.array([[1.0, 2.0]], "float32")
inputs = keras.Input(shape=(2,))
model = keras.Model(inputs, keras.layers.Dense(1)(inputs))
model.set_weights([np.ones((2, 1)), np.zeros(1)])
print("predict, weights of 1:", model.predict(x, verbose=0))
model.set_weights([np.full((2, 1), 5.0), np.zeros(1)])
print("predict, weights of 5:", model.predict(x, verbose=0))
print("called, weights of 5:", keras.ops.convert_to_numpy(model(x)))

copy = keras.models.clone_model(model)
copy.set_weights(model.get_weights())
print("a copy, weights of 5:", copy.predict(x, verbose=0))

package = keras.Model(inputs, Scaled()(inputs))
print("package, largest 1, predict:", package.predict(x, verbose=0))
package(2 * x, training=True)
print("package, largest 4, predict:", package.predict(x, verbose=0))
called = keras.ops.convert_to_numpy(package(x))
print("package, largest 4, called:", called)
