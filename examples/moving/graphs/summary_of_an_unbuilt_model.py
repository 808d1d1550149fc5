import keras
from keras import layers

model = keras.Sequential([layers.Dense(2), layers.Dense(1)])
model.summary(line_length=60)
print("weights:", len(model.weights))

model.build((None, 3))
model.summary(line_length=60)
print("weights:", len(model.weights))
