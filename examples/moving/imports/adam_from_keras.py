import keras
import tensorflow as tf
from keras.optimizers import Adam
from keras.utils import to_categorical

optimizer = Adam(learning_rate=0.25)
print("learning rate:", float(optimizer.learning_rate))
print("as tf.keras.optimizers.Adam:", Adam is tf.keras.optimizers.Adam)
print("as keras.optimizers.Adam:", Adam is keras.optimizers.Adam)
print("to_categorical:", to_categorical([1, 0]).tolist())
