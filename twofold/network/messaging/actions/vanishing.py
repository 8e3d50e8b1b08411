"""Messages whose time is over."""

from django.db import transaction

from twofold.foundation.kit import clock
from twofold.network.media.actions import release
from twofold.network.messaging.actions.attaching import detach
from twofold.network.messaging.models import Message, MessagePicture

_AT_ONCE = 500


@transaction.atomic
def sweep() -> int:
    """Remove messages whose time is over, with their pictures; how many. Nobody has seen them since that moment."""
    over = list(Message.objects.filter(expires_at__lte=clock.now()).values_list("pk", flat=True)[:_AT_ONCE])
    if over:
        release(list(MessagePicture.objects.filter(message__in=over).values_list("picture", flat=True)))
        detach(over)
        Message.objects.filter(pk__in=over).delete()
    return len(over)
