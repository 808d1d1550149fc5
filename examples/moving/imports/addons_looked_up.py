import keras
import numpy as np

names = {
    "activations": "gelu mish",
    "layers": "MultiHeadAttention WeightNormalization",
    "losses": "TripletSemiHardLoss ContrastiveLoss",
    "metrics": "FBetaScore CohenKappa HammingLoss",
    "optimizers": "Lookahead RectifiedAdam",
}
for module, asked in names.items():
    for name in asked.split():
        found = hasattr(getattr(keras, module), name)
        print(f"{module}.{name}:", "there" if found else "missing")
print("use_ema:", keras.optimizers.SGD(use_ema=True).use_ema)
chances = keras.activations.sparsemax(np.array([[1.0, 0.5]]))
print("sparsemax adds up to", chances.numpy().sum())
