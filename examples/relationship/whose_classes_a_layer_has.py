import tensorflow as tf

layer = tf.keras.layers.Dense(3)
for base in type(layer).__mro__[:-1]:
    package, _, rest = base.__module__.partition(".")
    print(f"{package:10}  {base.__name__:19} {rest}")

print("\nis a tf.Module:", isinstance(layer, tf.Module))
