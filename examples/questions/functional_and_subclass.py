import keras
import numpy as np


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1, kernel_initializer="ones")

    def call(self, x):
        return self.dense(x)


inputs = keras.Input((2,))
outputs = keras.layers.Dense(1, kernel_initializer="ones")(inputs)
models = {"functional": keras.Model(inputs, outputs), "subclass": Net()}
for name, model in models.items():
    print(f"{name}: built before the first call: {model.built}")
    print("    predicts", model.predict(np.ones((1, 2)), verbose=0))
    model.save(f"{name}.keras")
    try:
        keras.models.load_model(f"{name}.keras")
        print("    loaded without its code: True")
    except TypeError as error:
        print("   ", str(error).partition(". ")[0])
