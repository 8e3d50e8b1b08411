"""An event that Nadia means to tell twice: to her friends first, and at work on a day of its own."""

from datetime import datetime, timedelta

from twofold.config.demo.casting import Cast
from twofold.network.posts.actions import save_draft, schedule
from twofold.people.accounts.actions import begin_telling
from twofold.people.accounts.models import Account

_TOLD = (
    (
        "social",
        "nadi",
        "I have to tell somebody before I burst: from March I lead the dike people. Me! Soup at my place, bring your "
        "own bowl, there are only five and one of them is the cat's.",
        "kind:close",
        timedelta(days=1, hours=2),
    ),
    (
        "professional",
        "nadia.okafor",
        "From 1 March I take over the flood forecasting group. I inherit eleven colleagues, four models and one very "
        "good coffee machine, and I intend to break none of them. Thank you, Maryam, for the hard questions.",
        "members",
        timedelta(days=12, hours=1),
    ),
)


def tell_twice(town: Cast, now: datetime) -> int:
    """Two drafts of one event, each with its people and its day; how many events that are."""
    kept = {}
    for network, handle, text, audience, ahead in _TOLD:
        author = town.of(network, handle)
        fields = {"text": text, "audience": [audience], "occasion": "job"}
        draft = save_draft(author, fields=fields)
        schedule(author, draft=draft, due=now + ahead)
        kept[network] = draft.pk
    begin_telling(Account.objects.get(email="nadia@example.org"), **kept)
    return 1
