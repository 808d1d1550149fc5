import keras
import numpy as np
import tf_keras

inputs = tf_keras.Input((8, 8, 3))
layer = tf_keras.layers.SeparableConv2D(2, 3)
old = tf_keras.Sequential([inputs, layer])
old.save("old.h5")
names = ["initializer", "regularizer", "constraint"]
gone = ["groups", *[f"kernel_{name}" for name in names]]


class WithoutKernel:
    @classmethod
    def from_config(cls, config):
        kept = {k: config[k] for k in config if k not in gone}
        return keras.layers.SeparableConv2D.from_config(kept)


custom = {"SeparableConv2D": WithoutKernel}
new = keras.models.load_model("old.h5", custom, compile=False)
new.save("new.keras")
moved = keras.models.load_model("new.keras")
x = np.random.default_rng(0).random((2, 8, 8, 3))
print("the same outputs:", np.allclose(moved(x), old(x), atol=1e-6))
