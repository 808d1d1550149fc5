import keras
import numpy as np
import tf_keras

inputs = tf_keras.Input((8, 8, 3))
layer = tf_keras.layers.DepthwiseConv2D(3)
old = tf_keras.Sequential([inputs, layer])
old.save("old.h5")


class WithoutGroups:
    @classmethod
    def from_config(cls, config):
        del config["groups"]
        return keras.layers.DepthwiseConv2D.from_config(config)


custom = {"DepthwiseConv2D": WithoutGroups}
new = keras.models.load_model("old.h5", custom, compile=False)
new.save("new.keras")
moved = keras.models.load_model("new.keras")
x = np.random.default_rng(0).random((2, 8, 8, 3))
print("the same outputs:", np.allclose(moved(x), old(x), atol=1e-6))
