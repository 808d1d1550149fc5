import keras
import numpy as np
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [keras.Input((4,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(2)]
)
x = np.linspace(-1, 1, 4, dtype="float32").reshape(1, 4)
model.export("model.tflite", format="litert", verbose=False)


def run(interpreter):
    interpreter.allocate_tensors()
    interpreter.set_tensor(interpreter.get_input_details()[0]["index"], x)
    interpreter.invoke()
    return interpreter.get_tensor(interpreter.get_output_details()[0]["index"])


expected = model.predict(x, verbose=0)
print("Keras  ", expected.round(4))
for name, kind in [("LiteRT ", Interpreter), ("tf.lite", tf.lite.Interpreter)]:
    answer = run(kind("model.tflite"))
    print(
        name, answer.round(4), "within 1e-6:", np.allclose(answer, expected, atol=1e-6)
    )
