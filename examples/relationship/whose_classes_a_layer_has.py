import tensorflow as tf

Dense = tf.keras.layers.Dense
for base in Dense.__mro__[:-1]:
    package, _, rest = base.__module__.partition(".")
    print(f"{package:10}  {base.__name__:19} {rest}")

print("\nis a tf.Module:", tf.Module in Dense.__mro__)
