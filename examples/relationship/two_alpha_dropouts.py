import keras
import tensorflow as tf

shape = (None, 1)
for module in (keras.layers, tf.keras.layers):
    layer = module.AlphaDropout(0.5, noise_shape=shape)
    copy = module.AlphaDropout.from_config(layer.get_config())
    print(f"{module.__name__:28} {type(layer).__module__}")
    for title, one in ("made with", layer), ("after a round trip", copy):
        print(f"  {title:18} rate {one.rate}, noise_shape {one.noise_shape}")

print("isinstance(layer, keras.layers.AlphaDropout):", end=" ")
print(isinstance(layer, keras.layers.AlphaDropout))
