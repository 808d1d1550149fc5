import warnings

import keras
import numpy as np

warnings.simplefilter("always")
warnings.showwarning = lambda message, *_: print("warning:", message)


class Half(keras.layers.Layer):
    def call(self, x):
        return x / 2


class HalfWithMask(Half):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True


steps = np.array([[[4.0], [8.0], [0.0], [0.0]]])  # two steps, padded
for half in [Half(), HalfWithMask(), lambda x: x / 2]:
    x = keras.layers.Masking(mask_value=0.0)(steps)
    mean = keras.layers.GlobalAveragePooling1D()(half(x))
    print(type(half).__name__, "mean", mean.numpy())
