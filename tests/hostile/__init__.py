"""Files that mean harm or are broken, of our own making, and the decoders that must bear them."""
