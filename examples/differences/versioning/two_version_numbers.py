import keras
import tensorflow as tf
import tf_keras

print("tensorflow", tf.__version__)
for name, module in ("tf.keras", tf.keras), ("keras", keras), ("tf_keras", tf_keras):
    follows = module.__version__[:4] == tf.__version__[:4]
    print(f"{name:10} {module.__version__}  follows TensorFlow: {follows}")
