import os
import warnings

os.environ["KERAS_BACKEND"] = "jax"
os.environ["CI"] = "true"  # OpenVINO then sends no usage data
warnings.simplefilter("ignore")  # set_backend warns

import keras
import numpy as np

x = np.linspace(-1, 1, 32).reshape(8, 4)
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
model.set_weights([np.zeros((4, 1)), np.zeros(1)])
model.compile("sgd", "mse")
model.fit(x, x[:, :1], epochs=9, verbose=0)
print("trained on", keras.config.backend())
model.save("model.keras")

for backend in ["jax", "tensorflow", "openvino"]:
    keras.config.set_backend(backend)
    import keras

    loaded = keras.models.load_model("model.keras")
    answer = keras.ops.convert_to_numpy(loaded(x[:3])).ravel()
    [kind] = {type(weight).__name__ for weight in loaded.get_weights()}
    now = keras.config.backend()
    print(f"{now:10} {answer.round(4)} weights as {kind}")
