from django.db import models


class Signal(models.Model):
    """Something changed; open pages look whether it concerns them. `persona_id` 0 concerns a post's readers.

    `token` is what a browser sees as the id of the event; the row's own number would tell how busy the server is.
    """

    id = models.BigAutoField(primary_key=True)
    token = models.BigIntegerField(unique=True)
    topic = models.CharField(max_length=20)
    persona_id = models.BigIntegerField(default=0)
    post_id = models.BigIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="live_signal_at")]
