import sys

import numpy

print(numpy.sum([1, 2]), "tensorflow" in sys.modules)
