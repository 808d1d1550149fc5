# /// script
# [tool.check]
# long = "two devices, a step and a loop take these lines"
# ///
import keras
import tensorflow as tf

cpu = tf.config.list_physical_devices("CPU")[0]
halves = [tf.config.LogicalDeviceConfiguration()] * 2
tf.config.set_logical_device_configuration(cpu, halves)
strategy = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
x = keras.random.uniform((8, 3), seed=0)
data = tf.data.Dataset.from_tensors((x, x[:, :1])).repeat(5)
with strategy.scope():
    dense = keras.layers.Dense(1, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((3,)), dense])
    sgd = keras.optimizers.SGD(0.1)
    sgd.build(model.trainable_variables)
mse = keras.losses.MeanSquaredError()


def step_on_one_device(x, y):
    with tf.GradientTape() as tape:
        loss = mse(y, model(x, training=True))
    weights = model.trainable_variables
    sgd.apply(tape.gradient(loss, weights), weights)
    return loss


@tf.function
def train_step(batch):
    losses = strategy.run(step_on_one_device, args=batch)
    return strategy.reduce("SUM", losses, axis=None)


for batch in strategy.experimental_distribute_dataset(data):
    print(f"loss {train_step(batch):.4f}, bias {dense.bias[0]:.4f}")
