import keras
import tf_keras

options = {"batch_input_shape": (2, 5, 3), "stateful": True}
for package in tf_keras, keras:
    print(package.__name__, end=": ")
    try:
        layer = package.layers.LSTM(4, **options)
        print(package.Sequential([layer]).input_shape)
    except ValueError as error:
        print(type(error).__name__)
        print(f"  {error}")
