from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.media.facts import PictureReady
from twofold.network.messaging import actions
from twofold.network.messaging.facts import LinkSent, VoiceTaken
from twofold.people.graph.facts import Blocked


@every(timedelta(minutes=1))
def forget_what_is_over() -> None:
    actions.sweep()


@every(timedelta(hours=6))
def forget_files_of_nothing() -> None:
    actions.sweep_files()


@every(timedelta(seconds=20))
def send_what_is_due() -> None:
    actions.send_what_is_due()


@on(Blocked)
def part_in_groups(fact: Blocked) -> None:
    actions.part(fact.by_id, fact.persona_id)


@on(LinkSent, atomic=False)
def look_behind_the_link(fact: LinkSent) -> None:
    actions.look_behind(fact.message_id)


@on(VoiceTaken, atomic=False)
def prepare_a_voice_note(fact: VoiceTaken) -> None:
    actions.prepare_voice(fact.attachment_id)


@on(PictureReady)
def show_a_film_that_is_ready(fact: PictureReady) -> None:
    actions.show_ready(fact.picture_id)
