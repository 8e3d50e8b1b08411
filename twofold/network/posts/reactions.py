from datetime import timedelta

from twofold.foundation.courier.registry import every, on
from twofold.network.media.facts import PictureReady
from twofold.network.posts import actions
from twofold.network.posts.facts import PostEdited, PostPublished


@on(PostPublished, atomic=False)
def look_behind_the_link(fact: PostPublished) -> None:
    actions.look_behind(fact.post_id)


@on(PostEdited, atomic=False)
def look_behind_the_new_link(fact: PostEdited) -> None:
    actions.look_behind(fact.post_id)


@on(PostPublished)
def seal_its_receipt(fact: PostPublished) -> None:
    actions.seal_receipt(fact.post_id)


@on(PictureReady)
def show_what_is_ready(fact: PictureReady) -> None:
    actions.draw_anew(fact.picture_id)


@every(timedelta(hours=3))
def forget_what_was_given_up() -> None:
    actions.forget_deleted()
    actions.forget_unused_pictures()


@every(timedelta(seconds=20))
def send_what_is_due() -> None:
    actions.send_what_is_due()
