from importlib.metadata import requires

lines = requires("ai-edge-litert")
always = [line for line in lines if "extra ==" not in line]
print("requires:", ", ".join(always))
for package in "numpy", "tensorflow":
    print(package, "among them:", package in " ".join(always))
