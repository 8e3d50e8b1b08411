"""May somebody do this with a story? Nothing, or a refusal that says why. Whether they see it is asked before."""

from datetime import timedelta

from django.utils.translation import gettext as _

from twofold.foundation.kit import clock
from twofold.foundation.kit.refusals import Refused
from twofold.network.posts.models import REACTIONS
from twofold.network.stories.models import LASTS, MAX_TITLE, MAX_WORDS, Colour, Highlight, Story
from twofold.people.personas.models import Network, Persona

MOST_A_DAY = 60
MOST_AT_ONCE = 10
MOST_HIGHLIGHTS = 50
MOST_IN_ONE = 100
# So long an ended story waits for its author, who may still keep it.
WAITS = timedelta(days=7)
COLOURS = frozenset(Colour.values)


def check_new(author: Persona, words: str, colour: str, pictures: int) -> None:
    if author.network != Network.SOCIAL or author.is_page:
        raise Refused(_("Stories belong to the people of the social network."))
    if not words and not pictures:
        raise Refused(_("Choose a picture or a video, or write something."), field="text")
    if len(words) > MAX_WORDS:
        raise Refused(_("A story has room for %(limit)d characters.") % {"limit": MAX_WORDS}, field="text")
    if not pictures and colour not in COLOURS:
        raise Refused(_("Choose a colour for your words."), field="colour")
    if pictures > MOST_AT_ONCE:
        raise Refused(_("At most %(most)d pictures at once.") % {"most": MOST_AT_ONCE}, field="pictures")
    told = Story.objects.filter(author=author, created_at__gt=clock.now() - LASTS).count()
    if told + max(1, pictures) > MOST_A_DAY:
        raise Refused(_("You can tell at most %(most)d stories in a day.") % {"most": MOST_A_DAY})


def check_own(actor: Persona, story: Story) -> None:
    if story.author_id != actor.pk:
        raise Refused(_("Only the one who told this story can do that."), forbidden=True)


def check_feeling(actor: Persona, story: Story, feeling: str) -> None:
    if story.author_id == actor.pk:
        raise Refused(_("This is your own story."))
    if actor.network != story.author.network:
        raise Refused(_("You can react in the social network alone."))
    if feeling and feeling not in REACTIONS[Network.SOCIAL]:
        raise Refused(_("Choose one of the reactions that are offered."))


def check_title(title: str) -> None:
    if not title:
        raise Refused(_("Give the highlight a name."), field="title")
    if len(title) > MAX_TITLE:
        raise Refused(_("A name has room for %(limit)d characters.") % {"limit": MAX_TITLE}, field="title")


def check_more_highlights(author: Persona) -> None:
    if Highlight.objects.filter(author=author).count() >= MOST_HIGHLIGHTS:
        raise Refused(
            _("You can have at most %(most)d highlights.") % {"most": MOST_HIGHLIGHTS}, field="title"
        )


def check_room(highlight: Highlight) -> None:
    if Story.objects.filter(highlight=highlight).count() >= MOST_IN_ONE:
        raise Refused(
            _("A highlight has room for %(most)d stories. Make another one.") % {"most": MOST_IN_ONE},
            field="title",
        )
