from importlib.metadata import requires, version

family = ("tensorflow", "keras", "tf_keras")
for package in family:
    lines = [line for line in requires(package) if line.startswith(family)]
    lines = [line for line in lines if "extra ==" not in line]
    print(f"{package:10} {version(package):7} requires {', '.join(lines) or 'neither'}")
