import keras
import tensorflow as tf
import tf_keras

versions = {
    "tf.keras": tf.keras.__version__,
    "keras": keras.__version__,
    "tf_keras": tf_keras.__version__,
}
print("version of tensorflow:", tf.__version__)
for name, version in versions.items():
    same = version.split(".")[:2] == tf.__version__.split(".")[:2]
    print(f"version of {name}: {version}, same as TensorFlow's: {same}")
