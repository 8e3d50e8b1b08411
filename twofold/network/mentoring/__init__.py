"""Mentoring: one who knows the way goes along with one who is on it, for a while and for something.

Owns what people offer and wish, their requests, and what two agree on: goals, meetings, notes, and how it ended.
Announces `MentoringAsked`, `MentoringAnswered`, `MentoringNews`, `MentoringGone`. Forbids anyone but the two to learn
that they ask, agree or meet, whoever asked to learn of a no, and a badge that not both have signed.
"""
