import re
from importlib.metadata import requires, version

family = ["tensorflow", "keras", "tf_keras", "jax", "torch", "openvino"]
print("looked for:", *family)

for package in ["tensorflow", "keras", "tf_keras"]:
    wanted = [
        requirement
        for requirement in requires(package)
        if re.match(r"[\w-]+", requirement)[0] in family
    ]
    print(
        f"{package:10} {version(package):7} requires",
        *(wanted or ["no backend at all"]),
    )
