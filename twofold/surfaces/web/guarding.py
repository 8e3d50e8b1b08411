"""The two-sided collapse guard: what of a text or a post would let somebody put its author's two sides together.

It is asked by its author alone, reads each side as that side, and keeps nothing: no table, no log, no cache learns that
the two belong together. docs/decisions/0132 tells why it stands here.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from twofold.foundation.kit.text import folded
from twofold.network.media import queries as media
from twofold.network.media.models import Picture
from twofold.network.posts import queries as posts
from twofold.network.posts.models import Post
from twofold.network.profiles.queries import own_employers
from twofold.people.audiences.beforehand import admitted_beforehand
from twofold.people.audiences.models import Scope
from twofold.people.audiences.specs import AudienceSpec
from twofold.people.graph.models import TieKind
from twofold.people.graph.queries.naming import mentions, ties_by_name, ties_named_in
from twofold.people.personas.models import Network
from twofold.people.personas.viewers import Viewer

OTHER = {Network.PROFESSIONAL: Network.SOCIAL, Network.SOCIAL: Network.PROFESSIONAL}


@dataclass(frozen=True)
class Warning:
    """What was found, why it matters, and where it can be looked at."""

    glyph: str
    words: str
    why: str
    href: str = ""


@dataclass(frozen=True)
class Writing:
    """What is about to be shared, and with whom."""

    text: str
    pictures: tuple[Picture, ...]
    spec: AudienceSpec


@dataclass(frozen=True)
class _Reach:
    """Whether those who will see something are anybody's guess; if not, their names, folded."""

    open: bool
    names: frozenset[str] = frozenset()


def warnings_for(here: Viewer, there: Viewer, writing: Writing) -> list[Warning]:
    """What `here` should know before sharing, the worst first; `there` is the same person's other side."""
    found = [
        *_own_name(here, there, writing),
        *_links(there, writing),
        *_pictures(there, writing),
        *_echoes(there, writing),
    ]
    return found + (_work(here, there, writing) if here.home == Network.SOCIAL else [])


def side_words(network: str) -> str:
    """One's presence in a network, in words."""
    return _("your professional side") if network == Network.PROFESSIONAL else _("your social side")


def _own_name(here: Viewer, there: Viewer, writing: Writing) -> list[Warning]:
    said, me, itself = folded(writing.text), there.persona, here.persona
    if me is None or itself is None:
        return []
    names = {folded(me.name), folded(me.handle)} - {folded(itself.name), folded(itself.handle)}
    if not any(mentions(said, name) for name in names):
        return []
    words = _("You write your own name: %(name)s, as %(side)s is called.") % {
        "name": me.name,
        "side": side_words(there.home),
    }
    return [Warning("at-sign", words, _("Whoever reads it can find you there."))]


def _links(there: Viewer, writing: Writing) -> list[Warning]:
    return [_linked(there, post) for post in posts.linked_posts(there, writing.text)]


def _linked(there: Viewer, post: Post) -> Warning:
    words = _("You link to something in the other network, which %(side)s sees.") % {
        "side": side_words(there.home)
    }
    return Warning("link", words, passing_on(there, post)[-1].why, _address(post))


def _pictures(there: Viewer, writing: Writing) -> list[Warning]:
    looks = {place: media.look_of(each) for place, each in enumerate(writing.pictures, 1)}
    known = {place: look for place, look in looks.items() if look}
    alike = zip(known, media.own_alike(there, list(known.values())), strict=True)
    return [_pictured(there, place, held) for place, held in alike if held]


def _pictured(there: Viewer, place: int, held: Picture) -> Warning:
    words = _("Picture %(number)d looks like one that %(side)s has shared.") % {
        "number": place, "side": side_words(there.home),
    }  # fmt: skip
    href = reverse("web:photo", args=[there.home, held.pk])
    return Warning(
        "images", words, _("A search for the picture, or a friend with a good eye, finds both."), href
    )


def _echoes(there: Viewer, writing: Writing) -> list[Warning]:
    said, found = posts.phrases(writing.text), []
    for echo in posts.own_echoes(there, said):
        words = _("%(side)s has said this already: “%(words)s”") % {
            "side": side_words(there.home),
            "words": echo.words,
        }
        found.append(
            Warning(
                "quote",
                _first_large(words),
                _("The same words in both are easily found."),
                _address(echo.post),
            )
        )
    for echo in posts.read_echoes(there, said, most=1):
        words = _("These are words that %(side)s has read: “%(words)s”") % {
            "side": side_words(there.home),
            "words": echo.words,
        }
        found.append(Warning("quote", words, passing_on(there, echo.post)[-1].why, _address(echo.post)))
    return found


def _work(here: Viewer, there: Viewer, writing: Writing) -> list[Warning]:
    """Colleagues and employers whom a social post names, where they could see it."""
    colleagues, employers = _from_work(here, there, writing)
    if not colleagues and not employers:
        return []
    reach = _reach(here, writing.spec)
    return _colleagues(colleagues, reach) + _employers(there, employers, reach)


def _from_work(here: Viewer, there: Viewer, writing: Writing) -> tuple[list[str], list[str]]:
    """The colleagues and the employers whom a text names."""
    friends = [name.split(" ")[0] for _handle, name in ties_by_name(here)]
    colleagues = ties_named_in(there, writing.text, by_part=[TieKind.COLLEAGUE], besides=friends)
    employers = [name for name in own_employers(there) if mentions(folded(writing.text), folded(name))]
    return [each.name for each in colleagues], employers


def named_out_of_sight(here: Viewer, there: Viewer, writing: Writing) -> list[str]:
    """Whom a social post names from work where nothing is to be warned of: nobody of that name would see it."""
    if here.home != Network.SOCIAL:
        return []
    colleagues, employers = _from_work(here, there, writing)
    return list(dict.fromkeys([*colleagues, *employers]))


def _colleagues(names: list[str], reach: _Reach) -> list[Warning]:
    found = []
    for name in dict.fromkeys(names):
        if reach.open:
            why = _("People whom you do not choose one by one will see this, and so could %(name)s.") % {
                "name": name
            }
        elif folded(name) in reach.names:
            why = _("Somebody called %(name)s is among those who will see this.") % {"name": name}
        else:
            continue
        found.append(
            Warning("briefcase", _("You name %(name)s, whom you know from work.") % {"name": name}, why)
        )
    return found


def _employers(there: Viewer, employers: list[str], reach: _Reach) -> list[Warning]:
    known = (
        [] if reach.open else [name for _handle, name in ties_by_name(there) if folded(name) in reach.names]
    )
    if not employers or not (reach.open or known):
        return []
    why = _("People whom you do not choose one by one will see this: anybody there could be among them.")
    if known:
        why = _("Among those who will see this are people called like your connections: %(names)s.") % {
            "names": ", ".join(known[:5])
        }
    return [
        Warning("building-2", _("You name %(name)s, where you work.") % {"name": name}, why)
        for name in employers[:1]
    ]


def _reach(viewer: Viewer, spec: AudienceSpec) -> _Reach:
    if viewer.persona is None or spec.scope >= Scope.MEMBERS or any(each.steps == 2 for each in spec.parts):
        return _Reach(open=True)
    return _Reach(False, frozenset(folded(name) for _id, name in admitted_beforehand(viewer.persona, spec)))


def passing_on(there: Viewer, post: Post) -> list[Warning]:
    """What somebody should know who carries a post that `there` sees into the other network; never empty."""
    found = []
    if post.author_id == there.id:
        words = _("This is your own post.")
        found.append(
            Warning("user", words, _("Whoever follows the link from your other side sees who wrote it: you."))
        )
    elif posts.took_part(there, post):
        words = _("You took part in it.")
        found.append(
            Warning("message-circle", words, _("Your name there stands below what you would share here."))
        )
    return [*found, _openness(post)]


def _openness(post: Post) -> Warning:
    if post.audience.scope == Scope.EVERYONE:
        return Warning(
            "globe", _("Everyone can open it."), _("That you pass it on tells only that you came across it.")
        )
    if post.audience.scope == Scope.MEMBERS:
        words = _("Only members of its network can open it.")
        return Warning("users-round", words, _("Passing it on tells that you are one of them."))
    words = _("It was shared with a few people.")
    return Warning(
        "lock",
        words,
        _("Passing it on tells that you are one of the few who see it. Its author did not ask for that."),
    )


def _address(post: Post) -> str:
    return reverse("posts:thread", args=[post.network, post.pk])


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]
