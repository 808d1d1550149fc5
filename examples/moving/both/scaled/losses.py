from .compat import keras, ops


@keras.utils.register_keras_serializable(package="scaled")
class Pinball(keras.losses.Loss):
    """The loss whose smallest value is at a quantile."""

    def __init__(self, quantile=0.5, name="pinball", **options):
        super().__init__(name=name, **options)
        self.quantile = quantile

    def call(self, y_true, y_pred):
        above = ops.cast(y_true, y_pred.dtype) - y_pred
        below = (self.quantile - 1) * above
        largest = ops.maximum(self.quantile * above, below)
        return ops.mean(largest, axis=-1)

    def get_config(self):
        return dict(super().get_config(), quantile=self.quantile)
