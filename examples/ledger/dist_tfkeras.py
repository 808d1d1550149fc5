# claim: tf.keras trains under a tf.distribute strategy
# section: 3.2
import numpy as np

try:
    import tensorflow as tf

    if hasattr(tf, "function"):  # TensorFlow 2 can make two devices of one CPU
        set_devices = tf.config.experimental.set_virtual_device_configuration
        half = tf.config.experimental.VirtualDeviceConfiguration()
        set_devices(tf.config.experimental.list_physical_devices("CPU")[0], [half] * 2)
    strategy = tf.distribute.MirroredStrategy()
    with strategy.scope():
        model = tf.keras.models.Sequential([tf.keras.layers.Dense(1, input_shape=(3,))])
        model.compile(tf.keras.optimizers.SGD(0.1), "mse")
    model.fit(np.ones((4, 3)), np.ones((4, 1)), verbose=0)
    print(f"trained on {strategy.num_replicas_in_sync} replica(s)")
    verdict = "holds"
except ModuleNotFoundError as error:
    print(error)
    verdict = "not applicable"
except (AttributeError, ValueError) as error:
    print(f"{type(error).__name__}: {str(error)[:120]}".splitlines()[0])
    verdict = "no longer" if hasattr(getattr(tf, "keras", 0), "ops") else "not yet"
except Exception as error:
    verdict = f"error: {type(error).__name__}"
print(f"verdict: {verdict}")
