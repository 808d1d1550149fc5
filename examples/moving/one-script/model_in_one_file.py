import keras
import numpy as np

x = np.ones((2, 1))
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
try:
    model.save("price_model")
except ValueError as error:
    print(f"{type(error).__name__}: {error}")

model.save("price_model.keras")
again = keras.models.load_model("price_model.keras")
one, two = model.predict(x, verbose=0), again.predict(x, verbose=0)
print("changed, the same predictions:", np.array_equal(one, two))
