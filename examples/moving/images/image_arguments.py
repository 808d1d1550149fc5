import keras
import numpy as np
import tensorflow as tf

layers = keras.layers
half, fifth = (-0.5, -0.5), (0.2, 0.2)
generator = tf.keras.preprocessing.image.ImageDataGenerator()
picture = np.arange(25.0).reshape(5, 5, 1)
for name, values, layer in (
    ("90 degrees", {"theta": 90}, layers.RandomRotation((0.25, 0.25))),
    ("zoom 0.5", {"zx": 0.5, "zy": 0.5}, layers.RandomZoom(half, half)),
    ("brightness", {"brightness": 1.2}, layers.RandomBrightness(fifth)),
):
    old = generator.apply_transform(picture, values)
    new = layer(picture, training=True).numpy()
    print(f"{name}: equal {np.allclose(old, new, atol=1e-4)}")
    last = old[-1].ravel().round(1), new[-1].ravel().round(1)
    print("  old", last[0], "new", last[1])
