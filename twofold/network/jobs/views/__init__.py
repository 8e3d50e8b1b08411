"""Pages on which jobs are written and applications answered, and the jobs of one's own."""
