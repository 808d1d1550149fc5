from pathlib import Path

import keras
import numpy as np
import tensorflow as tf

for kind in "cat", "dog":
    Path("pets", kind).mkdir(parents=True)
    for number in range(5):
        pixels = np.full((8, 8, 3), 50.0 * number)
        path = f"pets/{kind}/{number}.png"
        keras.utils.save_img(path, pixels, scale=False)

images = tf.keras.preprocessing.image
old = images.ImageDataGenerator(validation_split=0.2)
old = old.flow_from_directory("pets", (8, 8), subset="validation")
print("old validation:", old.filenames, "labels", old[0][1].shape)

training, validation = keras.utils.image_dataset_from_directory(
    "pets",
    image_size=(8, 8),
    label_mode="categorical",
    validation_split=0.2,
    subset="both",
    seed=1,
)
print("new validation:", [path[5:] for path in validation.file_paths])
for pictures, labels in validation:
    print("pictures", pictures.shape, "labels", labels.shape)
