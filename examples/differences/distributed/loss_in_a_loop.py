import keras
import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
data = tf.data.Dataset.from_tensors((tf.ones((8, 1)), tf.ones((8, 1))))
losses = {
    "MeanSquaredError()": keras.losses.MeanSquaredError(),
    "sum / 8": lambda y, out: tf.reduce_sum((y - out) ** 2) / 8,
    "tf.reduce_mean": lambda y, out: tf.reduce_mean((y - out) ** 2),
}


def step(x, y):
    with tf.GradientTape() as tape:
        loss = losses[name](y, dense(x))
    sgd.apply(tape.gradient(loss, [dense.bias]), [dense.bias])


for name in losses:
    for devices in ["CPU:0"], ["CPU:0", "CPU:1"]:
        strategy = tf.distribute.MirroredStrategy(devices)
        with strategy.scope():
            dense = keras.layers.Dense(1, kernel_initializer="zeros")
            dense.build((None, 1))
            sgd = keras.optimizers.SGD(0.1)
        [batch] = strategy.experimental_distribute_dataset(data)
        strategy.run(tf.function(step), args=batch)
        print(f"{name} on {len(devices)}: bias {dense.bias.numpy()}")
