"""Twofold: one login, two separate networks."""
