from importlib.metadata import metadata, requires

for name in "tensorflow", "keras", "tf-keras", "jax", "openvino":
    about = metadata(name)
    asked, kinds = about["Requires-Python"], about.get_all("Classifier")
    named = [kind[34:] for kind in kinds if ":: 3." in kind]
    print(name, about["Version"], f"asks for Python {asked},")
    print("    and names", *named)

needed = requires("tensorflow")
brought = [one for one in needed if one.startswith("keras")]
print("tensorflow brings", *brought)
extra = [one for one in needed if 'extra == "and-cuda"' in one]
print("tensorflow[and-cuda] brings", len(extra), "more, among them")
for part in "cuda-runtime", "cudnn":
    print("   ", *(one.split(";")[0] for one in extra if part in one))
needed = {one.split(">")[0] for one in requires("keras")}
backends = needed & {"tensorflow", "jax", "torch", "openvino"}
print("keras brings a backend:", bool(backends))
