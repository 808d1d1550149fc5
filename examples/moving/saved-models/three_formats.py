import keras
import numpy as np
import tensorflow as tf

x = np.ones((1, 1), "float32")
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile("sgd", "mse")
model.fit(x, 3 * x, verbose=0)
model.save("model.keras")
model.save("model.h5")
model.export("exported", verbose=False)

loaded = keras.models.load_model("model.keras")
compiled = hasattr(loaded, "optimizer")
print(f".keras: {type(loaded).__name__}, compiled: {compiled}")
loaded = keras.models.load_model("model.h5", compile=False)
compiled = hasattr(loaded, "optimizer")
print(f".h5: {type(loaded).__name__}, compiled: {compiled}")
served = tf.saved_model.load("exported")
is_model = isinstance(served, keras.Model)
print(f"folder: a Keras model: {is_model}, {served.serve(x)}")
