from django.db import models


class Fact(models.Model):
    """Something that happened: the name of its class and its fields."""

    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=60)
    payload = models.JSONField()
    happened_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["happened_at"], name="courier_fact_when")]


class Delivery(models.Model):
    """One fact on its way to one reaction. A delivery that is made is gone."""

    class State(models.IntegerChoices):
        DUE = 0
        FAILED = 2

    class Lane(models.IntegerChoices):
        """What takes long or calls out into the world never holds up what does not."""

        QUICK = 0
        SLOW = 1

    id = models.BigAutoField(primary_key=True)
    fact = models.ForeignKey(Fact, on_delete=models.CASCADE, related_name="deliveries")
    reaction = models.CharField(max_length=120)
    lane = models.SmallIntegerField(choices=Lane.choices, default=Lane.QUICK)
    state = models.SmallIntegerField(choices=State.choices, default=State.DUE)
    attempts = models.SmallIntegerField(default=0)
    # While a worker holds it: when its lease ends.
    due_at = models.DateTimeField()
    error = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["lane", "due_at", "id"], condition=models.Q(state=0), name="courier_delivery_due"
            ),
        ]


class Appointment(models.Model):
    """When a scheduled duty is next to be done."""

    duty = models.CharField(max_length=120, primary_key=True)
    due_at = models.DateTimeField()
