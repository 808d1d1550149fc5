import keras
import numpy as np

x = np.array([[1.0], [2.0]])
for loss in keras.losses.MeanSquaredError(), "mean_squared_error":
    keras.utils.clear_session()
    layers = [keras.Input((1,)), keras.layers.Dense(1)]
    model = keras.Sequential(layers)
    model.compile("adam", loss)
    model.fit(x, x, verbose=0)
    model.save("model.h5")

    again = keras.models.load_model("model.h5")
    print(type(loss).__name__, "as the loss")
    print("predicts:", np.allclose(again(x), model(x)))
    try:
        again.fit(x, x, verbose=0)
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
    again.compile("adam", loss)
    again.fit(x, x, verbose=0)
    steps = int(again.optimizer.iterations)
    print("trains after compile, steps:", steps)
