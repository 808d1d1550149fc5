"""A layer and a loss for Keras 2 and Keras 3."""

from .compat import keras, ops
from .layers import Scaled
from .losses import Pinball

__all__ = ["Pinball", "Scaled", "keras", "ops"]
