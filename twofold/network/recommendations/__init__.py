"""Recommendations: what one person writes about working with another, shown when the other likes it.

Owns recommendations and the requests for them. Announces `RecommendationAsked`, `AskClosed`, `RecommendationSent`,
`RecommendationReturned`, `RecommendationShown`, `RecommendationHidden`, `RecommendationWithdrawn`.
Forbids a word about somebody that they did not choose to show, and telling anybody of a no.
"""
