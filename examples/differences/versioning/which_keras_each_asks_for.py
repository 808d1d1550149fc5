from importlib.metadata import requires, version

from packaging.requirements import Requirement

asked = {  # the line Requires-Dist of each release's wheel
    "2.6.5": "keras<2.7,>=2.6.0",
    "2.9.3": "keras<2.10.0,>=2.9.0rc0",
    "2.11.1": "keras<2.12,>=2.11.0",
    "2.13.1": "keras<2.14,>=2.13.1",
    "2.15.1": "keras<2.16,>=2.15.0",
    "2.16.2": "keras>=3.0.0",
    "2.18.1": "keras>=3.5.0",
    "2.20.0": "keras>=3.10.0",
}
here = version("tensorflow")
(asked[here],) = [r for r in requires("tensorflow") if "keras" in r]

for release, line in asked.items():
    later = Requirement(line).specifier.contains("99.0")
    print(f"{release:7} takes any later Keras: {later!s:6} {line}")
