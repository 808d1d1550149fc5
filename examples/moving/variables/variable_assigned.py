import keras
import tensorflow as tf

for w in tf.Variable(5.0), keras.Variable(5.0):
    for step in 1, 2, 3:
        with tf.GradientTape() as tape:
            loss = w * w
        w.assign_sub(0.1 * tape.gradient(loss, w))
        print(f"{type(w).__name__}, step {step}: {float(w):.3f}")
