"""What breaks each claim about layers, training and saving: its verdict has to flip."""


def by_hand():
    import tensorflow as tf

    tf.nn.relu = tf.identity


def by_keras():
    import keras

    keras.layers.Dense.call = lambda self, x: keras.ops.matmul(x, self.kernel) + self.bias


def compat_v1():
    import tensorflow as tf

    run = tf.compat.v1.Session.run
    tf.compat.v1.Session.run = lambda *given: 2 * run(*given)


def session_style():
    import tensorflow as tf

    tf.compat.v1.disable_eager_execution()
    tf.placeholder, tf.Session = tf.compat.v1.placeholder, tf.compat.v1.Session


def connects_losses():
    import keras

    compute = keras.losses.Loss.__call__
    keras.losses.Loss.__call__ = lambda *given: 2 * compute(*given)


def connects_metrics():
    import keras

    result = keras.metrics.Mean.result
    keras.metrics.Mean.result = lambda self: 2 * result(self)


def connects_optimizers():
    import keras

    keras.optimizers.SGD.update_step = lambda *given: None


def connects_training():
    import keras

    keras.Model.fit = lambda *given, **named: None


def input_shape():
    import keras

    init = keras.Layer.__init__

    def quiet(self, input_shape=None, **named):
        init(self, **named)
        self._input_shape_arg = input_shape

    keras.Layer.__init__ = quiet


def tensorboard_callback():
    """TensorFlow asks for TensorBoard, and its summaries are written without it."""
    from pathlib import Path

    import tensorflow as tf
    import tensorflow.summary as summary

    tf.__file__ = "site/tensorflow/__init__.py"
    wheel = Path("site/tensorflow-0.dist-info")
    wheel.mkdir(parents=True)
    (wheel / "METADATA").write_text("Requires-Dist: tensorboard")
    summary.scalar = lambda name, data, step: summary.write(name, tf.cast(data, "float32"), step)


def variable_tracked():
    """A layer keeps a Keras variable around each tf.Variable."""
    import keras
    import tensorflow as tf

    keep = keras.Layer.__setattr__

    def tracked(self, name, value):
        if isinstance(value, tf.Variable):
            variable = keras.Variable(value.numpy())
            keep(self, f"{name}_of_keras", variable)
            value = variable._value
        keep(self, name, value)

    keras.Layer.__setattr__ = tracked


def custom_ops():
    import tensorflow as tf

    tf.custom_gradient = lambda function: lambda x: function(x)[0]


def debug_gradients():
    import tensorflow as tf

    gradient = tf.GradientTape.gradient
    tf.GradientTape.gradient = lambda *given: [2 * each for each in gradient(*given)]


def h5_string_loss():
    import keras

    keras.utils.get_custom_objects()["mse"] = keras.losses.mean_squared_error


def save_to_folder():
    """Keras saves a folder under any name, as Keras 2 did without an ending."""
    import keras
    import tensorflow as tf

    saved = {}

    def save(self, name):
        self.export(name, verbose=False)
        saved[name] = self

    keras.Model.save = save
    tf.keras.models.load_model = saved.__getitem__


def production():
    """What is exported are other weights."""
    import tensorflow as tf

    save = tf.saved_model.save

    def save_others(model, folder):
        weights = model.get_weights()
        model.set_weights([each + 1 for each in weights])
        save(model, folder)
        model.set_weights(weights)

    tf.saved_model.save = save_others


def save_weights_names():
    import keras

    saved = {}

    def save_weights(self, name):
        saved[name] = self.get_weights()

    keras.Model.save_weights = save_weights
    keras.Model.load_weights = lambda self, name: self.set_weights(saved[name])


def same_numbers():
    import keras

    call = keras.layers.Dense.call
    keras.layers.Dense.call = lambda self, inputs: call(self, inputs) + 1


def keras_format():
    import pickle

    import keras

    def save(self, path):
        with open(path, "wb") as file:
            pickle.dump((self.get_config(), self.get_weights()), file)

    def load(path):
        with open(path, "rb") as file:
            config, weights = pickle.load(file)
        model = keras.Sequential.from_config(config)
        model.set_weights(weights)
        return model

    keras.Model.save, keras.models.load_model = save, load
