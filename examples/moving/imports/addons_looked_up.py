import keras
import numpy as np

names = {
    "activations": "gelu mish",
    "layers": "MultiHeadAttention WeightNormalization",
    "losses": "Circle TripletSemiHardLoss ContrastiveLoss",
    "metrics": "FBetaScore CohenKappa HammingLoss",
    "optimizers": "Lion Lookahead RectifiedAdam",
}
for module, asked in names.items():
    for name in asked.split():
        found = hasattr(getattr(keras, module), name)
        print(f"{module}.{name}:", "there" if found else "nothing")
print("use_ema:", keras.optimizers.SGD(use_ema=True).use_ema)
right = keras.activations.softmax(np.array([[1.0, 0.5]]))
wrong = keras.activations.sparsemax(np.array([[1.0, 0.5]]))
print("softmax adds up to", right.numpy().sum().round(2))
print("sparsemax adds up to", wrong.numpy().sum().round(2))
