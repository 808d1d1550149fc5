import keras
import tf_keras

layers = tf_keras.layers
for layer in [layers.LSTM(2), layers.GRU(2), layers.SimpleRNN(2)]:
    inputs = tf_keras.Input((4, 3))
    tf_keras.Sequential([inputs, layer]).save("old.h5")
    try:
        keras.models.load_model("old.h5")
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
