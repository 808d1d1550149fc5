import keras

reader = keras.layers.Dense(2, activation="tanh")
left, right = keras.Input((3,)), keras.Input((3,))
distance = keras.layers.Subtract()([reader(left), reader(right)])
model = keras.Model([left, right], distance)
print("layer used twice:", model.count_params(), "parameters")

another = keras.layers.Dense.from_config(reader.get_config())
print("rebuilt:", another.units, "units,", another.activation.__name__)
