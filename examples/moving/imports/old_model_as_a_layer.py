import keras
import numpy as np
import tf_keras

ones = tf_keras.layers.Dense(1, kernel_initializer="ones")
old = tf_keras.Sequential([tf_keras.Input((2,)), ones])
tf_keras.utils.disable_interactive_logging()  # export prints addresses
old.export("old")

frozen = keras.layers.TFSMLayer("old", call_endpoint="serve")
double = keras.layers.Rescaling(2.0)
model = keras.Sequential([keras.Input((2,)), frozen, double])
x = np.array([[3.0, 4.0]])
print("old model:", old.predict(x, verbose=0))
print("in a Keras 3 model, doubled:", model.predict(x, verbose=0))
