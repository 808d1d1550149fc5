import keras
import tensorflow as tf
import tf_keras

schedule = keras.optimizers.schedules.InverseTimeDecay(
    0.1, decay_steps=1, decay_rate=0.5
)
sgd = keras.optimizers.SGD(schedule)
legacy = tf_keras.optimizers.legacy.SGD(0.1, decay=0.5)
new, old = tf.Variable(1.0), tf.Variable(1.0)
for step in range(3):
    sgd.apply_gradients([(tf.constant(1.0), new)])
    legacy.apply_gradients([(tf.constant(1.0), old)])
    print(f"step {step + 1}: schedule {new.numpy():.3f}", end=", ")
    print(f"legacy {old.numpy():.3f}")
