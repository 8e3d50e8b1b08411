from django.db import models


class Sort(models.TextChoices):
    """What open pages look at when a signal wakes them."""

    STANDING = "", "how many notifications and conversations wait"
    COMPANY = "company", "who writes and who is here"


class Signal(models.Model):
    """Something changed; open pages look whether it concerns them.

    A signal of a post (`post_id`) concerns its readers, one of a conversation (`talk_id`) those who are in it, one of a
    persona (`persona_id`) that persona. None says what changed, and no number of it ever leaves the server: it would
    tell how busy the server is.
    """

    id = models.BigAutoField(primary_key=True)
    persona_id = models.BigIntegerField(default=0)
    post_id = models.BigIntegerField(default=0)
    talk_id = models.BigIntegerField(default=0)
    sort = models.CharField(max_length=8, choices=Sort.choices, blank=True, default=Sort.STANDING)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at"], name="live_signal_at")]


class Here(models.Model):
    """Somebody who shows it has a page of their network open. It is renewed while that lasts, and gone soon after."""

    persona_id = models.BigIntegerField(primary_key=True)
    until = models.DateTimeField(db_index=True)


class Writing(models.Model):
    """Somebody who shows it is writing in a conversation: for some seconds, unless they go on."""

    conversation_id = models.BigIntegerField()
    persona_id = models.BigIntegerField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["conversation_id", "persona_id"], name="live_one_writing")
        ]
