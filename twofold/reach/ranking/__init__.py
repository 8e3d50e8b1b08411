"""For you: the feed put in order by a recipe that its reader knows and changes.

Owns what somebody chose of order, recipe and leanings, how they stand to others as far as they let that be counted, the
orders that were made, and what they saw of the people close to them. Announces nothing. Forbids a candidate that the
door does not let through, a term without a name, and anything about behaviour to be used or kept for those who wish no
profiling.
"""
