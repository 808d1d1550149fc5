import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter

keras.utils.set_random_seed(0)
inputs = keras.Input((4,), name="x")
hidden = keras.layers.Dense(8, "relu")
model = keras.Sequential([inputs, hidden, keras.layers.Dense(2)])
model.export("model.tflite", format="litert", verbose=False)

x = np.linspace(-1, 1, 4, dtype="float32").reshape(1, 4)
run = Interpreter("model.tflite").get_signature_runner()
answer = run(x=x)["output_0"]
expected = model.predict(x, verbose=0)
print("Keras ", expected.round(4))
print("LiteRT", answer.round(4))
same = np.allclose(answer, expected, rtol=0, atol=1e-6)
print("equal within 1e-6:", same)
