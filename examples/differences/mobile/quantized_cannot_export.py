import keras
import numpy as np
import tensorflow as tf

inputs = keras.Input((64,))
model = keras.Sequential([inputs, keras.layers.Dense(10)])
model.quantize("int8")
x = np.random.rand(1, 64).astype("float32")
expected = model.predict(x, verbose=0)

model.save("model.keras")
loaded = keras.models.load_model("model.keras")
same = np.array_equal(loaded.predict(x, verbose=0), expected)
print(".keras: the same output:", same)

model.export("folder", verbose=False)
served = tf.saved_model.load("folder")
same = np.allclose(served.serve(x), expected, atol=1e-6)
print("SavedModel: the same output:", same)

try:
    model.export("model.tflite", format="litert", verbose=False)
except Exception as error:
    [_, reason] = str(error).split("'tfl.fully_connected' op ")
    print(f"LiteRT: {type(error).__name__}:", reason.splitlines()[0])
