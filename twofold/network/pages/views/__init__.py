"""Pages on which organisations are made and run. Each is there only for those whose role lets them."""
