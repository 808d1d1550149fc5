import keras
from keras import layers

model = keras.Sequential([layers.Dense(2), layers.Dense(1)])
model.summary(line_length=60)
try:
    model.count_params()
except ValueError as error:
    print(error)

model.build((None, 3))
model.summary(line_length=60)
print("count_params:", model.count_params())
