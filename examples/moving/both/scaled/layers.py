from .compat import keras, ops


@keras.utils.register_keras_serializable(package="scaled")
class Scaled(keras.layers.Layer):
    """Divides by the largest input so far, and learns factors."""

    def build(self, input_shape):
        self.factors = self.add_weight(
            name="factors",
            shape=(input_shape[-1],),
            initializer="ones",
        )
        self.largest = self.add_weight(
            name="largest",
            shape=(),
            initializer="ones",
            trainable=False,
        )

    def call(self, inputs, training=False):
        if training:
            seen = ops.max(ops.abs(inputs))
            seen = ops.maximum(self.largest, seen)
            self.largest.assign(ops.cast(seen, self.largest.dtype))
        return inputs / self.largest * self.factors
