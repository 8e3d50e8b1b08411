"""Pictures and videos: taken in, looked at with suspicion, made small and clean, served at the door.

Owns stored files and their sizes, uploads under way, and the names of those who are on a picture.
Announces `FilmTaken`, `PictureReady`, `TagProposed`, `TagClosed`.
Forbids a byte of an upload to reach anyone unprocessed, and a name to stand on a picture whose bearer has not agreed.
"""
