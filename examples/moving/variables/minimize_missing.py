import keras
import tensorflow as tf
import tf_keras

for package in tf_keras, keras:
    weight = tf.Variable(5.0)
    adam = package.optimizers.Adam(0.5)
    with tf.GradientTape() as tape:
        loss = weight**2
    try:
        adam.minimize(loss, [weight], tape=tape)
        print(f"{package.__name__}: 5.0 to {weight.numpy():.3f}")
    except AttributeError as error:
        print(f"{package.__name__}: {type(error).__name__}: {error}")
