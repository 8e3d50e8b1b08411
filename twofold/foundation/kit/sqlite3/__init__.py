"""Django's SQLite, with a quicker hand for the pen: see `base`."""
