from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

for kind in "cat", "dog":
    Path("pets", kind).mkdir(parents=True)
    for number in range(5):
        pixels = np.full((8, 8, 3), 50.0 * number)
        keras.utils.save_img(f"pets/{kind}/{number}.png", pixels)

images = tf.keras.preprocessing.image
old = images.ImageDataGenerator(validation_split=0.2)
old = old.flow_from_directory("pets", (8, 8), subset="validation")
print("old:", [Path(p).parent.name for p in old.filenames])
print("labels", old[0][1].shape)
training, validation = keras.utils.image_dataset_from_directory(
    "pets",
    image_size=(8, 8),
    label_mode="categorical",
    interpolation="nearest",
    validation_split=0.2,
    subset="both",
    seed=1,
)
print("new:", [Path(p).parent.name for p in validation.file_paths])
print("labels", next(iter(validation))[1].shape)
