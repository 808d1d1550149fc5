import tensorflow as tf

Dense = tf.keras.layers.Dense
for base in Dense.__mro__[:-1]:
    package, _, rest = base.__module__.partition(".")
    print(f"{package:10}  {base.__name__:19} {rest}")

layer = Dense(3)
layer.build((None, 4))
print("\nis a tf.Module:", isinstance(layer, tf.Module))
path = tf.train.Checkpoint(layer=layer).save("checkpoint")
for name, shape in tf.train.list_variables(path):
    if name.startswith("layer/"):
        print("in a checkpoint:", name.split("/")[1], shape)
