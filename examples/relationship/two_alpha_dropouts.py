import keras
import tensorflow as tf

for module in keras.layers, tf.keras.layers:
    dropout = module.AlphaDropout(0.5, noise_shape=(None, 1, 2))
    model = keras.Sequential([dropout])
    model.save("model.keras")
    loaded = keras.saving.load_model("model.keras").layers[0]
    print(f"{module.__name__}.AlphaDropout")
    print("  defined in       ", type(dropout).__module__)
    print("  made with        ", dropout.rate, dropout.noise_shape)
    print("  loaded from file ", loaded.rate, loaded.noise_shape)
