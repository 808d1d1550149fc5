from importlib.metadata import requires, version

from packaging.requirements import Requirement

family = "tensorflow", "keras", "tf_keras", "jax", "torch", "openvino"
print("looked for:", *family)

for package in family[:3]:
    lines = requires(package)
    needs = [one for one in lines if Requirement(one).name in family]
    what = " ".join(needs) or "none of these"
    print(f"{package:10} {version(package):7} requires {what}")
