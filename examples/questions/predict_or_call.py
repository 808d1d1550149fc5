import keras
import numpy as np

keras.utils.set_random_seed(2)
x = np.array([[1.0, 3.0]])
model = keras.Sequential([keras.Input((2,)), keras.layers.Dropout(0.5)])

predicted = model.predict(x, verbose=0)
called = model(x)
print("predict:", type(predicted).__name__, predicted)
print("call:", type(called).__name__, np.asarray(called))
print("call, training:", np.asarray(model(x, training=True)))
