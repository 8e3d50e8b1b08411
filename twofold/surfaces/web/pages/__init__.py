"""Pages that compose several nouns: each calls queries and includes templates, and does nothing else."""
