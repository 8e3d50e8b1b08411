from twofold.surfaces.api.conftest import _new_day

__all__ = ["_new_day"]
