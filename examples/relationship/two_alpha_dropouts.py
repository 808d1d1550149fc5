import keras
import tensorflow as tf

shape = (None, 1)
for module in (keras.layers, tf.keras.layers):
    layer = module.AlphaDropout(0.5, noise_shape=shape)
    copy = module.AlphaDropout.from_config(layer.get_config())
    print(f"{module.__name__:28} {type(layer).__module__}")
    print(f"  noise_shape {layer.noise_shape}, after a round trip {copy.noise_shape}")

layer = tf.keras.layers.AlphaDropout(0.5)
print("isinstance(layer, keras.layers.AlphaDropout):", end=" ")
print(isinstance(layer, keras.layers.AlphaDropout))
