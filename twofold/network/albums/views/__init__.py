"""Pages of albums, and what one does with them."""
