import keras
import tf_keras

try:
    keras.optimizers.Adam(lr=0.5)
except ValueError as error:
    print(f"keras: {type(error).__name__}: {error}")

adam = tf_keras.optimizers.Adam(lr=0.5)
print(f"tf_keras: learning rate {float(adam.learning_rate):.3f}")
