"""What breaks each claim on speed and on the layers under tf.keras: its verdict has to flip."""


def perf_tfkeras():
    import tensorflow as tf

    tf.xla.experimental.compile = lambda step, inputs: [step(*inputs)]


def perf_standalone():
    import keras

    keras.layers.Dense.call = lambda self, inputs: -inputs


def mixed_precision():
    import tensorflow as tf

    set_policy = tf.keras.mixed_precision.set_global_policy
    tf.keras.mixed_precision.set_global_policy = lambda name: set_policy("float16")


def mixed_standalone():
    import keras

    keras.DTypePolicy.compute_dtype = property(lambda self: "float32")


def xla_switch():
    import keras

    def ignores(self, *settings, jit_compile, **options):
        compiles(self, *settings, jit_compile=False, **options)

    compiles, keras.Model.compile = keras.Model.compile, ignores


def adam_lr():
    import keras
    import tensorflow as tf

    keras.optimizers.Adam.lr = property(lambda self: self.learning_rate)
    tf.keras.backend.get_value = lambda variable: variable.numpy()


def layers_experimental():
    import tensorflow as tf
    import tf_keras

    tf.keras = tf_keras


def optimizers_legacy():
    import tensorflow as tf
    import tf_keras

    tf.keras = tf_keras


def tf_keras_saving():
    from tensorflow.keras import saving

    saving.get_registered_object = lambda name: None


def tf_lite():
    _interpreter_adds_one()


def mobile_tfkeras():
    _interpreter_adds_one()


def mobile_standalone():
    _interpreter_adds_one()


def _interpreter_adds_one():
    import tensorflow as tf

    read = tf.lite.Interpreter.get_tensor
    tf.lite.Interpreter.get_tensor = lambda self, index: read(self, index) + 1


def tf_function():
    import tensorflow as tf

    tf.config.run_functions_eagerly(True)


def stay_on_top():
    import tensorflow as tf

    tf.config.run_functions_eagerly(True)


def drop_down():
    import keras
    import tensorflow as tf

    def call(self, x):
        def outside_the_graph(x):
            return tf.nn.relu(x @ self.kernel + self.bias)

        return tf.py_function(outside_the_graph, [x], x.dtype)

    keras.layers.Dense.call = call


def kerastensor_in_tf():
    import tensorflow as tf
    import tf_keras

    tf.keras = tf_keras


def python_if():
    import tensorflow as tf
    import tf_keras

    tf.keras = tf_keras


def device():
    from contextlib import nullcontext

    import tensorflow as tf

    tf.device = nullcontext
