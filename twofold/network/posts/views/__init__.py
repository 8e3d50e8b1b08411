"""The pages of posts, by what one does on them."""
