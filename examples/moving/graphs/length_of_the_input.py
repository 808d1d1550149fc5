import keras

embedding = keras.layers.Embedding(5, 2)
hidden = keras.layers.Flatten()
model = keras.Sequential([keras.Input((3,)), embedding, hidden])
print("keras:", len(model.weights), "weights")
print("output:", model.output_shape)
