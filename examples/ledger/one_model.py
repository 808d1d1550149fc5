# claim: One Keras model computes NumPy's numbers on this backend
# section: 3.1
import keras
import numpy as np

# eighths: exact in the half precision that OpenVINO may use
x = np.array([[1, -2, 3, 0.5]], "float32")
kernel = np.arange(-6, 6, dtype="float32").reshape(4, 3) / 8
bias = np.array([0.25, 0, -1], "float32")
inputs = keras.layers.Input((4,))
layer = keras.layers.Dense(3, activation="relu")
model = keras.models.Model(inputs, layer(inputs))
model.set_weights([kernel, bias])
output = model.predict(x, verbose=0)
expected = np.maximum(x @ kernel + bias, 0)
print(f"{keras.backend.backend()}: {output.tolist()}")
print(f"NumPy: {expected.tolist()}")
same = np.allclose(output, expected)
print("verdict:", "holds" if same else "does not hold")
