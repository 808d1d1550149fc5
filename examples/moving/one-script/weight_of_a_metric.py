import keras


class OldWorst(keras.metrics.Metric):
    def __init__(self):
        super().__init__()
        self.worst = self.add_weight("worst", initializer="zeros")


class Worst(keras.metrics.Metric):
    def __init__(self):
        super().__init__()
        self.worst = self.add_weight(name="worst", initializer="zeros")


try:
    OldWorst()
except ValueError as error:
    print(f"{type(error).__name__}: {error}")
print("changed:", Worst().worst.name, Worst().worst.shape)
