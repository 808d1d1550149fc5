import keras
import numpy as np

layers = keras.layers
keras.utils.set_random_seed(0)
augment = keras.Sequential(
    [
        layers.RandomFlip("horizontal"),
        layers.RandomRotation(20 / 360, fill_mode="nearest"),
        layers.RandomZoom(0.2, 0.2, fill_mode="nearest"),
    ]
)
softmax = layers.Dense(2, "softmax")
rescale, flatten = layers.Rescaling(1 / 255), layers.Flatten()
model = keras.Sequential([rescale, augment, flatten, softmax])

pictures = np.random.uniform(0, 255, (4, 8, 8, 3))
for training in True, False:
    same = np.allclose(augment(pictures, training=training), pictures)
    print(f"training={training}: the same pictures: {same}")
one_hot = np.array([[1, 0], [0, 1], [1, 0], [0, 1]])
model.compile("adam", "categorical_crossentropy")
model.fit(pictures, one_hot, verbose=0)
print("predictions:", model.predict(pictures, verbose=0).shape)
