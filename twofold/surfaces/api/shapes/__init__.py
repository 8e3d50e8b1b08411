"""The field's shapes, encoded. What does not depend on who reads is encoded once and kept; the rest is filled in."""
