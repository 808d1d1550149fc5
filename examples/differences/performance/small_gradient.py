import tensorflow as tf

gradient = tf.constant(1e-8)
scale = 2.0**15
for name in ["float16", "bfloat16"]:
    plain = tf.cast(gradient, name)
    scaled = tf.cast(gradient * scale, name)
    back = float(scaled) / scale
    print(f"{name:9} as it is {float(plain):.1e}", end="  ")
    print(f"scaled and stored {float(scaled):.1e}", end=", ")
    print(f"scaled back {back:.1e}")
