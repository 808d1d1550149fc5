import keras
import numpy as np

x = np.array([[1.0], [2.0]])
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("adam", loss=keras.losses.MeanSquaredError())
model.fit(x, x, verbose=0)
model.save("model.h5")

again = keras.models.load_model("model.h5")
print("predicts:", np.allclose(again(x), model(x)))
try:
    again.fit(x, x, verbose=0)
except ValueError as error:
    print(f"{type(error).__name__}: {error}")

again.compile("adam", loss=keras.losses.MeanSquaredError())
again.fit(x, x, verbose=0)
print("trains after compile, steps:", int(again.optimizer.iterations))
