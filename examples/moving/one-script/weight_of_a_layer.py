import keras


class OldScale(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight("factor", shape)


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1],)
        self.factor = self.add_weight(name="factor", shape=shape)


try:
    OldScale().build((None, 3))
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
scale = Scale()
scale.build((None, 3))
print("changed:", scale.factor.name, scale.factor.shape)
