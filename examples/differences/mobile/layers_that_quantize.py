import warnings

import keras

for layer, inputs in (
    (keras.layers.Dense(8), keras.Input((8,))),
    (keras.layers.Embedding(100, 8), keras.Input((3,))),
    (keras.layers.Conv2D(8, 3), keras.Input((9, 9, 3))),
    (keras.layers.LSTM(8), keras.Input((3, 8))),
):
    model = keras.Model(inputs, layer(inputs))
    with warnings.catch_warnings(record=True) as caught:
        model.quantize("int8")
    largest = max(layer.weights, key=lambda each: each.numpy().size)
    print(f"{type(layer).__name__}: {largest.name} {largest.dtype}")
    for warning in caught[1:]:  # the first is about the InputLayer
        print(" ", warning.message)
