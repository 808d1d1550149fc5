import tensorflow as tf

x, w = tf.Variable(3.0), tf.Variable(2.0)
with tf.GradientTape() as tape:
    z = w * x**4
gradients = tape.gradient(z, [x, w])
print("dz/dx, dz/dw", [each.numpy().item() for each in gradients])

with tf.GradientTape(persistent=True) as tape:
    y = x**2
    z = y**2
print("dz/dx", tape.gradient(z, x).numpy())
print("dy/dx", tape.gradient(y, x).numpy())
