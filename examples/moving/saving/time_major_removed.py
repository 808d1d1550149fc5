import keras
import numpy as np
import tf_keras

inputs = tf_keras.Input((4, 3))
old = tf_keras.Sequential([inputs, tf_keras.layers.LSTM(2)])
old.save("old.h5")


class WithoutTimeMajor:
    @classmethod
    def from_config(cls, config):
        del config["time_major"]
        return keras.layers.LSTM.from_config(config)


new = keras.models.load_model(
    "old.h5", custom_objects={"LSTM": WithoutTimeMajor}, compile=False
)
new.save("new.keras")
moved = keras.models.load_model("new.keras")
x = np.random.default_rng(0).random((5, 4, 3))
print("the layer:", type(moved.layers[0]) is keras.layers.LSTM)
print("the same outputs:", np.allclose(moved(x), old(x), atol=1e-6))
