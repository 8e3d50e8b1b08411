"""Finding people, posts, pages and hashtags by words.

Owns the index of words and what somebody searched for lately. Announces nothing. Forbids a result that the door did
not let through, and keeps no audience of its own: the door is asked for each thing whenever somebody searches.
"""
