"""All that is loaded once and handed down."""

import os

# Else onnxruntime, when it is imported, notes the machine's id and tells its makers of it.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
