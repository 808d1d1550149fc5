from importlib import import_module

layers = "keras.layers"
moved = {
    "keras.layers.core": (layers, "Dense"),
    "keras.layers.convolutional": (layers, "Conv2D"),
    "keras.layers.recurrent": (layers, "LSTM"),
    "keras.layers.normalization": (layers, "BatchNormalization"),
    "keras.engine.topology": (layers, "Layer"),
    "keras.utils.np_utils": ("keras.utils", "to_categorical"),
    "keras.utils.vis_utils": ("keras.utils", "plot_model"),
    "keras.utils.generic_utils": ("keras.utils", "get_custom_objects"),
}
for old, (new, name) in moved.items():
    try:
        import_module(old)
    except ModuleNotFoundError as error:
        print(f"{type(error).__name__}: {error}")
    found = getattr(import_module(new), name).__name__
    print(f"    from {new} import {found}")
