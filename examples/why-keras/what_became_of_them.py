import tensorflow as tf

for name in "contrib", "layers", "estimator", "placeholder", "Session":
    old = hasattr(tf.compat.v1, name)
    print(f"tf.{name}:", "there" if hasattr(tf, name) else "gone")
    print(f"  tf.compat.v1.{name}:", "there" if old else "gone")
print("tf.keras:", "there" if hasattr(tf, "keras") else "gone")

try:
    print(tf.compat.v1.layers.dense)
except AttributeError as error:
    print("tf.compat.v1.layers.dense:", error)
