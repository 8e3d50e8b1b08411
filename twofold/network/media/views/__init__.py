"""Files at their door, uploads, and what one does with a picture."""
