"""Pictures: taken in, looked at with suspicion, made small and clean, served at the door.

Owns stored files and their variants. Announces nothing yet. Forbids a byte of an upload to reach anyone unprocessed.
"""
