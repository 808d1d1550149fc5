from importlib.metadata import PackageNotFoundError, version

import keras
import tensorflow as tf

for package in "tensorflow", "keras", "tf-keras":
    try:
        print(package, version(package))
    except PackageNotFoundError:
        print(package, "is not installed")
print("backend:", keras.config.backend())
dense = tf.keras.layers.Dense
print("tf.keras leads to the package", dense.__module__.split(".")[0])
print("the Dense of keras:", dense is keras.layers.Dense)
devices = tf.config.list_physical_devices()
print("devices:", *(device.device_type for device in devices))
