import keras
import tensorflow as tf

SGD, Adam = keras.optimizers.SGD, keras.optimizers.Adam
for kind, slope in (SGD, 1.0), (Adam, 1.0), (Adam, 0.001):
    for scaled in True, False:
        weight = keras.Variable(1.0)
        inner = kind(learning_rate=0.5)
        optimizer = keras.optimizers.LossScaleOptimizer(inner)
        optimizer.build([weight])
        with tf.GradientTape() as tape:
            loss = slope * weight
            target = optimizer.scale_loss(loss) if scaled else loss
        optimizer.apply(tape.gradient(target, [weight]), [weight])
        change = 1 - float(weight)
        print(f"{kind.__name__}, gradient {slope}", end=", ")
        print(f"scale_loss {scaled}: weight {1 - change:.5f}", end="")
        print(f", a step of 0.5 / {0.5 / change:.0f}")
