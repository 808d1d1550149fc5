import jedi  # completes code in Jupyter; it reads files, runs nothing

for line in (
    "import keras",
    "from tensorflow import keras",
    "import tensorflow.keras as keras",
):
    use = "keras.layers.Dense"
    script = jedi.Script(f"{line}\n{use}")
    found = [name.full_name for name in script.infer(2, len(use))]
    print(line)
    print("   ", *found or ["nothing found"])
