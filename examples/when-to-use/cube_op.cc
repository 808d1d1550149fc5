#include "tensorflow/core/framework/op.h"
#include "tensorflow/core/framework/op_kernel.h"
#include "tensorflow/core/framework/shape_inference.h"

using namespace tensorflow;

REGISTER_OP("Cube")
    .Input("x: float")
    .Output("y: float")
    .SetShapeFn([](shape_inference::InferenceContext* context) {
      context->set_output(0, context->input(0));
      return absl::OkStatus();
    });

class CubeOp : public OpKernel {
 public:
  explicit CubeOp(OpKernelConstruction* context) : OpKernel(context) {}

  void Compute(OpKernelContext* context) override {
    const Tensor& input = context->input(0);
    Tensor* output = nullptr;
    OP_REQUIRES_OK(context,
                   context->allocate_output(0, input.shape(), &output));
    auto x = input.flat<float>();
    auto y = output->flat<float>();
    for (int i = 0; i < x.size(); ++i) y(i) = x(i) * x(i) * x(i);
  }
};

REGISTER_KERNEL_BUILDER(Name("Cube").Device(DEVICE_CPU), CubeOp);
