"""The field's paths, by noun. Each one parses, makes one call into the house, and answers in the field's shape."""
