import keras
import tensorflow as tf
import tf_keras

legacy = tf_keras.optimizers.legacy.Adam(0.5)
for adam in legacy, keras.optimizers.Adam(0.5):
    weight = tf.Variable(3.0)
    for gradient in 2.0, -1.0, 0.5:
        adam.apply_gradients([(tf.constant(gradient), weight)])
    package = type(adam).__module__.partition(".")[0]
    print(f"{package}: three steps from 3.0 to {weight.numpy():.3f}")
