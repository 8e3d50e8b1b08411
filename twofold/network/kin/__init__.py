"""Kin: who belongs to whose family, when people have their birthday, and what they are wished; among friends.

Owns ties of family, birthdays with their years, and wishes. Announces `KinAsked`, `KinAgreed`, `KinClosed`,
`WishGiven`, `WishGone`.
Forbids a tie of family that not both said yes to, and that reaches anybody whom not both show it to; a wish that
reaches further than the birthday it is for; and any word of the kind that two friends gave each other.
"""
