import numpy as np
from keras import Variable, optimizers

rates = optimizers.schedules.PiecewiseConstantDecay([4], [1.0, 0.1])
gradient = np.float32(-1)
for steps in None, 4:
    sgd = optimizers.SGD(rates, gradient_accumulation_steps=steps)
    weight = Variable(0.0)
    print(f"accumulation {steps}")
    for batch in range(1, 11):
        sgd.apply([gradient], [weight])
        if batch in (4, 8, 10):
            count, rate = int(sgd.iterations), float(sgd.learning_rate)
            print(f"  batch {batch:2}: iterations {count:2}", end=", ")
            print(f"rate {rate:.1f}, weight {float(weight):.1f}")
