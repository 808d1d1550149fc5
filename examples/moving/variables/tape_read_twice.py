import tensorflow as tf

x = tf.Variable(3.0)
with tf.GradientTape() as tape:
    y = x**2
    z = y**2
print("dz/dx", tape.gradient(z, x).numpy())
try:
    print("dy/dx", tape.gradient(y, x).numpy())
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
