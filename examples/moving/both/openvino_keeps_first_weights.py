import os

os.environ["KERAS_BACKEND"] = "openvino"

import keras
import numpy as np

x = np.ones((1, 2), "float32")
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
