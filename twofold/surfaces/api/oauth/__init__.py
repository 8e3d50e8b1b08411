"""OAuth 2: the library's server, taught that a token acts for a persona and is kept only as a digest."""
