"""Words that many people use for the same thing: skills, languages, fields of work, with their synonyms.

Owns terms and their synonyms, the same for everybody. Announces nothing. Forbids to force a term on anyone: whoever
uses one keeps the words as they were typed, and a term beside them.
"""
