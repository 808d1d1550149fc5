# claim: One Keras model computes the same numbers on every backend
# section: 3.1
import numpy as np

try:
    import keras

    model = keras.models.Sequential(
        [keras.layers.Dense(3, activation="relu", input_shape=(4,))]
    )
    kernel = np.arange(12, dtype="float32").reshape(4, 3) / 10
    model.set_weights([kernel, np.zeros(3, "float32")])
    output = model.predict(np.ones((1, 4), "float32"), verbose=0)
    print(f"Keras {keras.__version__} on {keras.backend.backend()}")
    print(np.round(output, 2))  # OpenVINO may compute in half precision
    same = np.allclose(output, [[1.8, 2.2, 2.6]], atol=0.01)
    verdict = "holds" if same else "no longer"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
