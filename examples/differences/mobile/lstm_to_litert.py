import keras
import numpy as np
from ai_edge_litert.interpreter import Interpreter

models = {
    "LSTM": (None, keras.layers.LSTM(2)),
    "LSTM, unroll=True": (None, keras.layers.LSTM(2, unroll=True)),
    "GRU, unroll=True": (None, keras.layers.GRU(2, unroll=True)),
    "LSTM, batch_size=1": (1, keras.layers.LSTM(2)),
}
for name, (batch_size, layer) in models.items():
    model = keras.Sequential([keras.Input((3, 1), batch_size), layer])
    model.export("model.tflite", format="litert", verbose=False)
    run = Interpreter("model.tflite").get_signature_runner()
    (argument,) = run.get_input_details()
    x = np.array([[[1.0], [2.0], [3.0]]], "float32")
    try:
        (answer,) = run(**{argument: x}).values()
        same = np.allclose(answer, model(x), atol=1e-5)
        print(f"{name}: as Keras: {same}")
    except RuntimeError as error:
        print(f"{name}: {str(error).partition('.')[0]}")
