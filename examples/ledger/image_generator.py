# claim: keras.preprocessing.image.ImageDataGenerator rescales a picture
# section: 3.2
import numpy as np
from keras.preprocessing import image

picture = np.arange(6, dtype="float32").reshape(2, 3, 1)
if hasattr(image, "ImageDataGenerator"):
    generator = image.ImageDataGenerator(rescale=0.5)
    array = generator.standardize(picture.copy())
    print(f"ImageDataGenerator(rescale=0.5) gives {array.ravel()}")
    holds = np.array_equal(array, picture / 2)
else:
    array = image.img_to_array(picture)
    print(f"no ImageDataGenerator; img_to_array gives {array.ravel()}")
    holds = False
print("verdict:", "holds" if holds else "does not hold")
