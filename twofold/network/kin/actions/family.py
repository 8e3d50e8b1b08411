"""A tie of family: asked for by one, confirmed by the other, removed by either."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from twofold.foundation.courier.actions import announce
from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Absent, Refused
from twofold.network.kin.facts import KinAgreed, KinAsked, KinClosed
from twofold.network.kin.models import Kinship
from twofold.network.kin.policies import check_asking, check_word
from twofold.network.kin.words import alike, answers_to
from twofold.people.audiences.actions import compose
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.personas.models import Persona

State = Kinship.State


@transaction.atomic
def ask(actor: Persona, *, persona: Persona, word: str, spec: AudienceSpec) -> Kinship:
    """Say what `actor` is to `persona`, who is asked. Saying it again changes the word, and asks nobody twice."""
    check_asking(actor, persona, word)
    mine = Kinship.objects.select_for_update().filter(author=actor, other=persona).first()
    theirs = Kinship.objects.select_for_update().filter(author=persona, other=actor).first()
    if mine and mine.state == State.AGREED:
        raise Refused(_("You are family already; change it in the list."), field="who")
    if theirs and theirs.state == State.ASKED:
        raise Refused(
            _("%(name)s asks you already: answer that first.") % {"name": persona.name}, field="who"
        )
    if theirs:
        theirs.delete()
    audience = compose(actor, spec)
    if mine:
        mine.word, mine.audience = word, audience
        mine.state = State.DECLINED if mine.state == State.WITHDRAWN else mine.state
        mine.save(update_fields=["word", "audience", "state"])
        return mine
    made = Kinship.objects.create(
        author=actor, other=persona, word=word, audience=audience, live=False, asked_at=clock.now()
    )
    announce(KinAsked(actor.pk, persona.pk))
    return made


@transaction.atomic
def agree(actor: Persona, *, kinship_id: int, word: str, spec: AudienceSpec) -> Kinship:
    """Yes, and what `actor` is: the other half, for those whom `actor` chooses."""
    theirs = _asked(actor, kinship_id)
    check_word(word, answers_to(theirs.word))
    Kinship.objects.filter(author=actor, other=theirs.author_id).delete()
    mine = Kinship.objects.create(
        author=actor,
        other_id=theirs.author_id,
        word=word,
        audience=compose(actor, spec),
        state=State.AGREED,
        asked_at=theirs.asked_at,
    )
    theirs.state, theirs.live = State.AGREED, True
    theirs.save(update_fields=["state", "live"])
    announce(KinAgreed(theirs.author_id, actor.pk))
    return mine


@transaction.atomic
def decline(actor: Persona, *, kinship_id: int) -> None:
    """No. Nobody is told; it goes on waiting for whoever asked."""
    theirs = _asked(actor, kinship_id)
    theirs.state = State.DECLINED
    theirs.save(update_fields=["state"])
    announce(KinClosed(theirs.author_id, actor.pk))


@transaction.atomic
def take_back(actor: Persona, *, kinship_id: int) -> None:
    """Ask no longer. A no that was given stays one."""
    mine = _own(actor, kinship_id, State.ASKED, State.DECLINED)
    if mine.state == State.DECLINED:
        mine.state = State.WITHDRAWN
        mine.save(update_fields=["state"])
        return
    mine.delete()
    announce(KinClosed(actor.pk, mine.other_id))


@transaction.atomic
def change(actor: Persona, *, kinship_id: int, word: str, spec: AudienceSpec | None) -> Kinship:
    """Another word for the same, and who may see one's own half; `spec` None leaves that as it is."""
    mine = _own(actor, kinship_id, State.AGREED)
    check_word(word, alike(mine.word))
    mine.word = word
    if spec:
        mine.audience = compose(actor, spec)
    mine.save(update_fields=["word", "audience"])
    return mine


@transaction.atomic
def let_go(actor: Persona, *, kinship_id: int) -> None:
    """Both halves go, and nobody is told."""
    mine = _own(actor, kinship_id, State.AGREED)
    part_ways(actor.pk, mine.other_id)


@transaction.atomic
def part_ways(one: int, other: int) -> None:
    """Nothing of a family is left between the two, answered or not."""
    between = Q(author=one, other=other) | Q(author=other, other=one)
    Kinship.objects.filter(between).delete()
    announce(KinClosed(one, other))
    announce(KinClosed(other, one))


def _asked(actor: Persona, kinship_id: int) -> Kinship:
    found = Kinship.objects.select_for_update().filter(pk=kinship_id, other=actor, state=State.ASKED).first()
    if found is None:
        raise Absent
    return found


def _own(actor: Persona, kinship_id: int, *states: Kinship.State) -> Kinship:
    found = Kinship.objects.select_for_update().filter(pk=kinship_id, author=actor, state__in=states).first()
    if found is None:
        raise Absent
    return found
