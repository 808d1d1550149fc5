import keras

dense = keras.layers.Dense(3)
model = keras.Sequential([keras.Input((2,)), dense])
print("of the layer's output:", dense.output.shape)
print("for any input:        ", dense.compute_output_shape((8, 2)))
print("of the model:         ", model.output_shape)
