import tensorflow as tf

build = tf.sysconfig.get_build_info()
print("version", tf.__version__)
print("CUDA", build.get("cuda_version"))
print("cuDNN", build.get("cudnn_version"))
