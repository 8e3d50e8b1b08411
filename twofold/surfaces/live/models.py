from django.db import models


class Signal(models.Model):
    """Something changed; open pages look whether it concerns them.

    A signal of a post (`post_id`) concerns its readers, one of a persona (`persona_id`) that persona. Neither says
    what changed, and no number of it ever leaves the server: it would tell how busy the server is.
    """

    id = models.BigAutoField(primary_key=True)
    persona_id = models.BigIntegerField(default=0)
    post_id = models.BigIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="live_signal_at")]
