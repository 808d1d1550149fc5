import numpy as np

row = np.array([1, 2, 3])
column = np.array([[10], [20]])
print(row + column)
