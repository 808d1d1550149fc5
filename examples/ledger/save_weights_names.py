# claim: save_weights takes any file name
# section: 3.5
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import numpy as np
import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
model = keras.models.Sequential([keras.layers.Dense(2, input_dim=3)])
again = keras.models.Sequential([keras.layers.Dense(2, input_dim=3)])
kernel = model.get_weights()[0]
back = dict.fromkeys(["one", "two.h5", "three.weights.h5"], False)
for name in back:
    again.set_weights([0 * kernel, np.zeros(2)])
    try:
        model.save_weights(name)
        again.load_weights(name)
        back[name] = bool((again.get_weights()[0] == kernel).all())
    except ValueError as error:
        if "must end in `.weights.h5`" not in str(error):
            raise
print(f"written and read back: {back}")
print("verdict:", "holds" if all(back.values()) else "does not hold")
