import keras
import tensorflow as tf

weight = keras.Variable(5.0, name="weight")
adam = keras.optimizers.Adam(learning_rate=0.5)

for step in range(1, 4):
    with tf.GradientTape() as tape:
        loss = weight**2
    gradient = tape.gradient(loss, weight)
    adam.apply([gradient], [weight])
    print(f"step {step}: weight {weight.numpy():.4f}")
print("kept:", *[v.name for v in adam.variables])
