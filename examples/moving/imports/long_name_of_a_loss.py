try:
    from tensorflow.keras.losses import mean_squared_error

    print(mean_squared_error)
except ImportError as error:
    print(f"{type(error).__name__}: {str(error).partition(' (')[0]}")

try:
    from keras.losses import MSE

    print(MSE)
except ImportError as error:
    print(f"{type(error).__name__}: {str(error).partition(' (')[0]}")
