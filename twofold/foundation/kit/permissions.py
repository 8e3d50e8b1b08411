"""What of a device our pages may use: nothing films or asks where people are, or listens but where one records."""

_REFUSED = (
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
    "midi=(), payment=(), usb=(), browsing-topics=()"
)
PERMISSIONS = f"{_REFUSED}, microphone=()"
LISTENING = f"{_REFUSED}, microphone=(self)"
