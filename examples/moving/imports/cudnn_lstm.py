import keras
import numpy as np

layers = keras.layers
for name in "CuDNNLSTM", "CuDNNGRU":
    try:
        getattr(layers, name)
    except AttributeError as error:
        print(error)

x = np.ones((1, 3, 2))
for layer in layers.LSTM(4), layers.GRU(4):
    print(layer.name, layer(x).shape, "use_cudnn:", layer.use_cudnn)
