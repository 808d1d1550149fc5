import keras
import tensorflow as tf

for scaled in True, False:
    weight = keras.Variable(1.0)
    inner = keras.optimizers.SGD(learning_rate=0.5)
    optimizer = keras.optimizers.LossScaleOptimizer(inner)
    optimizer.build([weight])
    with tf.GradientTape() as tape:
        loss = weight * 1.0
        target = optimizer.scale_loss(loss) if scaled else loss
    optimizer.apply(tape.gradient(target, [weight]), [weight])
    change = 1 - float(weight)
    print(f"scale_loss {scaled}: weight {float(weight):.7f},", end=" ")
    print(f"a step of 0.5 / {0.5 / change:.0f}")
