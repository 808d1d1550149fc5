import keras
import tf_keras

layers = tf_keras.layers
for layer in [
    layers.DepthwiseConv1D(3),
    layers.DepthwiseConv2D(3),
    layers.Conv1DTranspose(2, 3),
    layers.Conv2DTranspose(2, 3),
    layers.Conv3DTranspose(2, 3),
    layers.SeparableConv1D(2, 3),
    layers.SeparableConv2D(2, 3),
]:
    inputs = tf_keras.Input((8,) * layer.rank + (3,))
    tf_keras.Sequential([inputs, layer]).save("old.h5")
    try:
        keras.models.load_model("old.h5")
    except TypeError as error:
        print(f"{type(error).__name__}: {str(error).splitlines()[-1]}")
