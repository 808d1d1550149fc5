"""What breaks the claims on how TensorFlow and Keras belong together: each verdict flips."""


def part_of():
    import types

    import tensorflow as tf

    tf.contrib = types.SimpleNamespace(keras=tf.keras)
    del tf.keras


def one_dense_class():
    import keras

    keras.layers.Dense = type("Dense", (keras.layers.Dense,), {})


def from_import():
    import tensorflow as tf
    from tensorflow.python import keras  # what is left of TensorFlow's own Keras
    from tensorflow.python.distribute import input_lib

    input_lib.DistributedDatasetInterface = input_lib.DistributedDatasetSpec
    tf.keras = keras


def not_a_wrapper():
    _requires("numpy>=1.26.0")


def contrib_keras():
    import types

    import tensorflow as tf

    tf.contrib = types.SimpleNamespace(keras=tf.keras)


def estimator():
    import types

    import tensorflow as tf

    class Estimator:
        def __init__(self, model_fn):
            self.model_fn = model_fn

        def train(self, input_fn, steps):
            v1 = tf.compat.v1
            with tf.Graph().as_default(), v1.Session() as session:
                v1.train.create_global_step()
                spec = self.model_fn(*input_fn(), mode="train")
                session.run(v1.global_variables_initializer())
                for _ in range(steps):
                    session.run(spec.train_op)
                self.loss = session.run(spec.loss)
            return self

        def evaluate(self, input_fn, steps):
            return {"loss": self.loss}

    def specified(mode, **parts):
        return types.SimpleNamespace(**parts)

    tf.estimator = types.SimpleNamespace(Estimator=Estimator, EstimatorSpec=specified)


def one_model():
    import keras

    def without_activation(self, inputs, training=None):
        return keras.ops.matmul(inputs, self.kernel) + self.bias

    keras.layers.Dense.call = without_activation


def use_tfkeras():
    import keras
    import tensorflow as tf

    for part in ("losses", "metrics"):
        vars(getattr(tf.keras, part)).update(vars(getattr(keras, part)))


def import_adam():
    import keras

    del keras.optimizers.Adam


def version_standalone():
    _requires("numpy>=1.26.0", "keras<3.16,>=3.15.0")


def version_tfkeras():
    import keras
    import tensorflow as tf

    keras.src.__version__ = tf.__version__


def image_generator():
    import keras
    import tensorflow as tf

    generator = tf.keras.preprocessing.image.ImageDataGenerator
    keras.preprocessing.image.ImageDataGenerator = generator


def losses_function():
    import keras
    import tensorflow as tf

    tf.keras.losses.mean_squared_error = keras.losses.mean_squared_error


def eager_default():
    import tensorflow as tf

    tf.compat.v1.disable_eager_execution()


def _requires(*requirements):
    """Let TensorFlow's installation say that this is all that it requires."""
    import tempfile
    from pathlib import Path

    import tensorflow as tf

    packages = Path(tempfile.mkdtemp())
    info = packages / f"tensorflow-{tf.__version__}.dist-info"
    info.mkdir()
    lines = [f"Requires-Dist: {one}\n" for one in requirements]
    (info / "METADATA").write_text("".join(lines), encoding="utf-8")
    tf.__file__ = str(packages / "tensorflow/__init__.py")
