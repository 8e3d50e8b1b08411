"""Notifications: what others did that someone would like to know, grouped.

Owns notifications and their read state. Announces `NotificationsChanged`.
Forbids naming or counting a thing or a person whom the receiver could not see: the door is asked when they are read.
"""
