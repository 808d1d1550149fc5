import keras
import numpy as np
import tf_keras

inputs, layers = tf_keras.Input((4, 3)), tf_keras.layers
both = layers.Bidirectional(layers.LSTM(2))
old = tf_keras.Sequential([inputs, both])
old.save("old.h5")


class WithoutTimeMajor:
    @classmethod
    def from_config(cls, config):
        for name in "layer", "backward_layer":
            if name in config:
                del config[name]["config"]["time_major"]
        return keras.layers.Bidirectional.from_config(config)


custom = {"Bidirectional": WithoutTimeMajor}
new = keras.models.load_model("old.h5", custom, compile=False)
both = keras.layers.Bidirectional(keras.layers.LSTM(2))
anew = keras.Sequential([keras.Input((4, 3)), both])
anew.load_weights("old.h5")
x = np.random.default_rng(0).random((5, 4, 3))
print("loaded:    ", np.allclose(new(x), old(x), atol=1e-6))
print("built anew:", np.allclose(anew(x), old(x), atol=1e-6))
