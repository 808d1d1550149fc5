import keras
import tensorflow as tf
from keras.optimizers import Adam

optimizer = Adam(learning_rate=0.25)
print("learning rate:", float(optimizer.learning_rate))
print("as tf.keras.optimizers.Adam:", Adam is tf.keras.optimizers.Adam)
print("as keras.optimizers.Adam:", Adam is keras.optimizers.Adam)
