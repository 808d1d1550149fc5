import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"

import tensorflow as tf
import tf_keras

try:
    print(tf.keras.__version__)
except AttributeError as error:
    print("AttributeError:", error)

same = tf.keras.layers.Dense is tf_keras.layers.Dense
print("behind tf.keras is tf_keras:", same)
print("tf_keras.__version__:       ", tf_keras.__version__)
