# claim: from tensorflow.keras import saving works
# section: 3.2
from importlib.util import find_spec

if not find_spec("tensorflow"):
    print("verdict: not applicable")
    raise SystemExit

import tensorflow as tf

keras = tf.keras if hasattr(tf, "keras") else tf.contrib.keras
try:
    from tensorflow.keras import saving
except ImportError as error:  # TensorFlow 1.3 has no tensorflow.keras
    known = "'saving'", "'tensorflow.keras'"
    if not any(name in str(error) for name in known):
        raise
    print(f"{keras.models.load_model.__name__} is there, saving is not")
    print("verdict: does not hold")
    raise SystemExit from None


@saving.register_keras_serializable("mine")
class Scale(keras.layers.Layer):
    pass


name = saving.get_registered_name(Scale)
found = saving.get_registered_object(name) is Scale
print(f"saving finds a layer of mine as {name}: {found}")
holds = found and name == "mine>Scale"
print("verdict:", "holds" if holds else "does not hold")
