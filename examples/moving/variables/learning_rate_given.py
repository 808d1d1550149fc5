import keras
import tensorflow as tf
import tf_keras

for package in keras, tf_keras:
    adam = package.optimizers.Adam(learning_rate=0.5)
    weight = tf.Variable(3.0)
    adam.apply_gradients([(tf.constant(2.0), weight)])
    rate = float(adam.learning_rate)
    print(f"{package.__name__}: learning rate {rate},", end=" ")
    print(f"a step from 3.0 to {weight.numpy():.3f}")
