import keras
import tf_keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
for name in "new.keras", "new.h5":
    model.save(name)
    try:
        tf_keras.models.load_model(name)
    except TypeError as error:
        print(f"{type(error).__name__}: {str(error).splitlines()[-1]}")
