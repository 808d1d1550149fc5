from importlib.metadata import requires, version
from pathlib import Path

from packaging.requirements import Requirement

file = Path(__file__).with_name("requirements.txt")
lines = [line.split("#")[0].strip() for line in file.open()]
pins = {pin.name: pin for pin in map(Requirement, lines)}

for name, pin in pins.items():
    here = pin.specifier.contains(version(name))
    print(f"{pin}: installed here {here}")
    for line in requires(name):
        asked = Requirement(line)
        if asked.name in pins:
            fits = asked.specifier.contains(version(asked.name))
            print(f"  {name} asks for {asked}: {fits}")
