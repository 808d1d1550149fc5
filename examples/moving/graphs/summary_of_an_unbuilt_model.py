import keras

model = keras.Sequential(
    [
        keras.layers.Dense(2),
        keras.layers.Dense(1),
    ]
)
model.summary(line_length=56)
print("weights:", len(model.weights))

model.build((None, 3))
model.summary(line_length=56)
print("weights:", len(model.weights))
