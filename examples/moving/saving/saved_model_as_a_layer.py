import keras
import numpy as np
import tf_keras

x = np.array([[1.0, 2.0, 3.0]], "float32")
dense = tf_keras.layers.Dense(2, input_shape=(3,), name="dense")
tf_keras.Sequential([dense]).save("folder")
old = tf_keras.models.load_model("folder")

layer = keras.layers.TFSMLayer("folder", "serving_default")
print("as a layer:", np.array_equal(layer(x)["dense"], old(x)))

old.save("bridge.h5")
new = keras.models.load_model("bridge.h5", compile=False)
print("as a model:", np.array_equal(new(x), old(x)))
print("its layer: ", type(new.layers[0]).__module__)
