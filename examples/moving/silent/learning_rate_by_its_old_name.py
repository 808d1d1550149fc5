import keras

optimizer = keras.optimizers.SGD(learning_rate=0.01)
weight = keras.Variable(1.0)


def take_a_step(title):
    weight.assign(1.0)
    optimizer.apply([1.0], [weight])
    rate = float(optimizer.learning_rate)
    print(f"{title:14} rate {rate:.2f}, weight {float(weight):.2f}")


take_a_step("as made")
optimizer.lr = 0.5
take_a_step("lr")
optimizer.learning_rate = 0.5
take_a_step("learning_rate")
