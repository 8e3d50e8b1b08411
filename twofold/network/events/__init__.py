"""Events: conferences, seminars and meetings at work, parties and gatherings among friends; in both networks.

Owns events, the times at which they are, where they are, who comes, who waits for a seat, who helps to host, and the
links by which people are asked. Announces `EventMade`, `EventChanged`, `EventCancelled`, `EventRevived`,
`EventDeleted`, `GuestAsked`, `GuestAnswered`, `SeatGained`, `HostAsked`, `HostAnswered`, `EventSoon`.
Forbids that anybody but hosts and those who have a seat learns where it is: that is a thing of its own, with its own
audience; and so is the list of guests.
"""
