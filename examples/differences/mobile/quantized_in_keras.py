import keras
import numpy as np

keras.utils.set_random_seed(0)
inputs = keras.Input((64,))
hidden = keras.layers.Dense(128, "relu", name="hidden")
model = keras.Sequential([inputs, hidden, keras.layers.Dense(10)])
x = np.random.rand(1, 64).astype("float32")
expected = model.predict(x, verbose=0)


def show(when):
    print(when)
    for weight in hidden.weights:
        size = np.asarray(weight).nbytes
        print(f"  {weight.name}: {weight.dtype}, {size} bytes")
    print("  weights to train:", len(model.trainable_weights))


show("before")
model.quantize("int8")  # changes the model itself
show("after")
error = np.abs(model.predict(x, verbose=0) - expected).max()
print(f"largest error {error:.4f}")
