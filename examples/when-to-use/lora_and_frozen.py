from keras.layers import Dense, Embedding


def show(case):
    layer.enable_lora(rank=2)
    print(case, [w.name for w in layer.trainable_weights])


layer = Embedding(100, 8)
layer.build()
show("Embedding:")

layer = Dense(8)
layer.build((None, 8))
layer.bias.trainable = False
show("Dense, bias frozen:")

layer = Dense(8)
layer.build((None, 8))
layer.trainable = False
show("Dense, layer frozen:")

layer = Dense(8)
try:
    show("")
except ValueError as error:
    print("not built: ValueError:", error)
