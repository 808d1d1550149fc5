import keras
import tf_keras
from tf_keras import layers

inputs = tf_keras.Input((4,))
body = tf_keras.Model(inputs, layers.Dense(3)(inputs), name="body")
head = layers.Dense(2, name="head")

tf_keras.Model(inputs, head(body(inputs))).save("functional.h5")
tf_keras.Sequential([body, head]).save("sequential.h5")

for file in ["functional.h5", "sequential.h5"]:
    print(file)
    try:
        keras.models.load_model(file)
    except ValueError as error:
        print(error)
