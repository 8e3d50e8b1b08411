"""Pages of advice about one thing each; those that compose several are with the web's pages."""
