"""What breaks each claim about backends on the installed release: its verdict has to flip."""


def backend_functions():
    import keras

    keras.backend.variable, keras.backend.eval = list, float
    keras.backend.mean = lambda values: sum(values) / len(values)


def backend_many():
    _children_import("raise ValueError('Unable to import backend')")


def multi_backend():
    _children_import(
        "import os\n\nclass initializers:\n    class Ones:\n        def __call__(self, shape):\n"
        "            return type('Tensor', (), {'__module__': os.environ['KERAS_BACKEND']})()"
    )


def backend_tf_only():
    import keras
    import tensorflow as tf

    tf.keras.layers.Dense.__call__ = lambda self, inputs: tf.zeros((2, 3))
    keras.layers.Dense.__call__ = tf.keras.layers.Dense.__call__


def keras_ops():
    import keras

    del keras.ops


def trains():
    import keras

    def refuse(self, *args, **options):
        raise NotImplementedError("`fit` is not supported with the openvino backend.")

    keras.Model.fit = refuse


def dist_tfkeras():
    import tensorflow as tf

    class OneDevice(tf.distribute.OneDeviceStrategy):
        def __init__(self, devices):
            super().__init__(devices[0])

    tf.distribute.MirroredStrategy = OneDevice


def dist_standalone():
    from contextlib import nullcontext

    import tensorflow as tf

    tf.distribute.MirroredStrategy.scope = nullcontext


def _children_import(source):
    """Have the processes that a claim starts import this text as `keras`."""
    import os
    from pathlib import Path

    Path("broken").mkdir()
    Path("broken/keras.py").write_text(source)
    os.environ["PYTHONPATH"] = os.path.abspath("broken")
