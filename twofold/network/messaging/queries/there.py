"""What of conversations is there for somebody: the door, and in a conversation of two the other one too."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from twofold.foundation.kit import clock
from twofold.network.messaging.models import Conversation, Hidden, Membership, Message
from twofold.people.audiences.door import AdmitsPersona
from twofold.people.personas.viewers import Viewer


def there(viewer: Viewer) -> QuerySet[Conversation]:
    """The conversations that the door lets the viewer into; one of two only while the other is there for them."""
    others = Membership.objects.filter(conversation=OuterRef("pk")).exclude(persona=viewer.id)
    shut = others.exclude(AdmitsPersona.to(viewer, at="persona"))
    rows = Conversation.objects.visible_to(viewer).filter(Q(pair=None) | ~Exists(shut))
    return rows.filter(network=viewer.network) if viewer.network else rows


def told(viewer: Viewer, now: datetime | None = None) -> QuerySet[Message]:
    """The messages that the door lets through, but for those that the viewer deleted or whose time is over."""
    gone = Hidden.objects.filter(message=OuterRef("pk"), persona=viewer.id)
    lasting = Q(expires_at=None) | Q(expires_at__gt=now or clock.now())
    return Message.objects.visible_to(viewer).filter(lasting, ~Exists(gone))
