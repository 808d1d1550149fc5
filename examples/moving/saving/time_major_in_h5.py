import keras
import tf_keras

layers = tf_keras.layers
sequence, images = tf_keras.Input((4, 3)), tf_keras.Input((4, 6, 6, 1))
for inputs, layer in [
    (sequence, layers.LSTM(2)),
    (sequence, layers.GRU(2)),
    (sequence, layers.SimpleRNN(2)),
    (sequence, layers.RNN(layers.LSTMCell(2))),
    (images, layers.ConvLSTM2D(2, 3)),
]:
    tf_keras.Sequential([inputs, layer]).save("old.h5")
    try:
        keras.models.load_model("old.h5")
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
