from importlib.metadata import requires

lines = requires("ai-edge-litert")
always = [line for line in lines if "extra ==" not in line]
print("requires:", ", ".join(always))
print("TensorFlow among them:", "tensorflow" in " ".join(always))
