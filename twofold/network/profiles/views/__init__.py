"""Pages on which one edits one's own profile."""
