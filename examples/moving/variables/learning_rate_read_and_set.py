import keras
import tensorflow as tf

weight = keras.Variable(1.0)
sgd = keras.optimizers.SGD(0.25)
for rate in 0.25, 0.5:
    sgd.learning_rate = rate
    before = float(weight)
    sgd.apply([tf.constant(1.0)], [weight])
    read = float(sgd.learning_rate)
    print(f"learning rate {read}: {before} to {float(weight)}")
