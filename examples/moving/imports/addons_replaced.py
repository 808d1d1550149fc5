import keras
import numpy as np
from keras import layers, losses, metrics, optimizers

weight = keras.Variable([3.0, 4.0])
optimizers.Lamb(0.1).apply([np.ones(2)], [weight])
print("Lamb:", weight.numpy().round(4))
for decay in 0.1, 0.1 / 0.01:
    weight = keras.Variable([1.0])
    adam = optimizers.AdamW(0.01, weight_decay=decay)
    adam.apply([np.zeros(1)], [weight])
    print(f"AdamW, weight_decay={decay}:", weight.numpy())

group = layers.GroupNormalization(groups=2)
print("groups:", group(np.array([[1.0, 3, 2, 6]])).numpy().round(3))
spectral = layers.SpectralNormalization(layers.Dense(1))
kernel_norm = np.linalg.norm(spectral(np.eye(4), training=True))
print(f"norm of the kernel: {kernel_norm:.3f}")

y, p = np.array([[1.0], [0], [1]]), np.array([[0.9], [0.2], [0.5]])
focal = losses.BinaryFocalCrossentropy(apply_class_balancing=True)
print(f"focal loss: {focal(y, p):.4f}")
for metric in metrics.F1Score("macro", 0.1), metrics.R2Score():
    metric.update_state(y, p)
    print(f"{metric.name}: {metric.result():.3f}")
