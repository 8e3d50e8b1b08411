"""Pages of events, and what one does with them."""
