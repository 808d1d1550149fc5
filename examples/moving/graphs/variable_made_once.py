import tensorflow as tf


class Total(tf.Module):
    def __init__(self):
        super().__init__()
        self.total = tf.Variable(0.0)

    @tf.function
    def add_up(self, x):
        return self.total.assign_add(x)


total = Total()
for value in 2.0, 3.0, 4.0:
    print("total:", total.add_up(tf.constant(value)).numpy())
