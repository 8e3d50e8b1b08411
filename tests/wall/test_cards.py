"""What stands on a card reaches those who were given it, and whoever has its address and may come across its owner."""

from datetime import date

import pytest

from tests.wall.cast import STRANGER, Stage, canary, fall_out, people_of
from twofold.foundation.courier.worker import drain
from twofold.foundation.kit.ids import encode
from twofold.network.cards import actions
from twofold.network.cards.models import Contact
from twofold.people.personas.models import Network

pytestmark = pytest.mark.django_db


def test_cards_reach_whom_they_were_given():
    stage, _audiences = people_of(Network.PROFESSIONAL)
    words = {"line": canary(), "phone": canary(), "email": f"{canary()}@example.org"}
    card = actions.keep_card(stage.people["author"], look="ink", **words)
    for name in ("member", "named", "blocked", "muted"):
        note = canary()
        actions.exchange(stage.people[name], key=card.key, met_on=date(2026, 11, 1), note=note, give=False)
        words[f"note of {name}"] = note
    actions.withdraw(stage.people["author"], keeper_id=stage.people["muted"].pk)
    drain()
    fall_out(stage)
    drain()
    secret = card.key
    given, shown = {"member", "named", "author"}, [words[each] for each in ("line", "phone", "email")]
    wrong = []
    for name, client in stage.clients.items():
        own = name in ("author", "own_other")
        met = not stage.record.at_odds(name, "author")
        kept = [each.pk for each in Contact.objects.order_by("pk")]
        paths = [("", name in given or own), ("kept.vcf", name in ("member", "named")), ("edit", own)]
        paths += [(f"of/{secret}/", met), (f"of/{secret}/card.vcf", met)]
        for path, allowed in paths:
            body = client.get(f"/professional/cards/{path}", follow=True).content.decode()
            seen = any(word in body for word in shown)
            must = (allowed and path not in ("",)) or (path == "" and own)
            if (seen and not allowed) or (must and not seen):
                wrong.append(f"{path} as {name or 'a stranger'}: {'leak' if seen else 'refused'}")
        for number in kept:
            body = client.get(f"/professional/cards/kept/{encode(number)}/", follow=True).content.decode()
            keeper = Contact.objects.get(pk=number).keeper
            mine = name in stage.people and stage.people[name] == keeper
            notes = [word for key, word in words.items() if key.startswith("note") and word in body]
            if (notes and not mine) or (any(word in body for word in shown) and not (mine and name in given)):
                wrong.append(f"kept {number} as {name or 'a stranger'}")
    _absence(stage)
    assert not wrong, "\n".join(wrong)


def _absence(stage: Stage) -> None:
    for name in (STRANGER, "member"):
        client = stage.clients[name]
        one, other = (client.get(f"/professional/cards/of/{key}/") for key in ("x" * 16, "y" * 16))
        assert (one.status_code, one.content) == (404, other.content)
