"""Notifications: what others did that someone would like to know, grouped.

Owns notifications, their read state, and how each persona chooses to be told. Announces `NotificationsChanged`.
Forbids naming or counting a thing or a person whom the receiver could not see: the door is asked when they are read.
"""
