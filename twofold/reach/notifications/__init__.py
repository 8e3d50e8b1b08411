"""Notifications: what others did that someone would like to know, grouped.

Owns notifications, their read state, how each persona chooses to be told, and its devices. Announces
`NotificationsChanged` and `NewsDue`.
Forbids naming or counting a thing or a person whom the receiver could not see: the door is asked when they are read.
"""
