import keras

short = "mse", "mae", "mape", "msle", "bce", "kld"
for loss in *short, "mean_squared_error":
    layers = [keras.Input((1,)), keras.layers.Dense(1)]
    model = keras.Sequential(layers)
    model.compile("sgd", loss=loss)
    model.save("model.h5")
    try:
        keras.models.load_model("model.h5")
        print(f"{loss}: loaded")
    except ValueError as error:
        print(f"{loss}:\n  {type(error).__name__}: {error}")
