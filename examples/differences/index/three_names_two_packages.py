import keras
import tensorflow as tf
import tf_keras

libraries = {"tf.keras": tf.keras, "keras": keras, "tf_keras": tf_keras}
print("TensorFlow", tf.__version__)
for name, library in libraries.items():
    dense = library.layers.Dense
    package = dense.__module__.split(".")[0]
    version = library.__version__
    print(f"{name:9} {version:7} Dense from the package {package}")
