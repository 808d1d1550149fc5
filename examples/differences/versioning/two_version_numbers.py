import keras
import tensorflow as tf
import tf_keras

print("tensorflow      ", tf.__version__)
print("tf.keras        ", tf.keras.__version__)
print("keras           ", keras.__version__)
print("tf_keras        ", tf_keras.__version__)
print("tf.keras follows TensorFlow:", tf.keras.__version__[:4] == tf.__version__[:4])
print("tf_keras follows TensorFlow:", tf_keras.__version__[:4] == tf.__version__[:4])
