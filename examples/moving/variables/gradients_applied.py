import keras
import tensorflow as tf
import tf_keras

for package in tf_keras, keras:
    weight = tf.Variable(5.0)
    adam = package.optimizers.Adam(0.5)
    with tf.GradientTape() as tape:
        loss = weight**2
    gradient = tape.gradient(loss, weight)
    adam.apply_gradients([(gradient, weight)])
    print(f"{package.__name__}: 5.0 to {weight.numpy():.3f}")
