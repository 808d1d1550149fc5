import numpy as np
from keras import backend as K
from keras import ops

y_true, y_pred = np.array([1.0, 2.0]), np.array([1.5, 0.0])
try:
    K.max(K.abs(y_true - y_pred))
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
print("changed:", float(ops.max(ops.abs(y_true - y_pred))))
