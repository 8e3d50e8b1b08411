"""Kin: who belongs to whose family, when people have their birthday, and what they are wished; among friends. And
what is written on the cards of milestones, in both networks.

Owns ties of family, birthdays with their years, wishes, and greetings. Announces `KinAsked`, `KinAgreed`, `KinClosed`,
`WishGiven`, `WishGone`, `Greeted`, `GreetingGone`.
Forbids a tie of family that not both said yes to, and that reaches anybody whom not both show it to; a wish that
reaches further than the birthday or the milestone it is for; and any word of the kind that two friends gave each other.
"""
