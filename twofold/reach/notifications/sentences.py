"""What happened, as a sentence: "Tomás and 4 others found your post insightful"."""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from twofold.network.posts.models import ReactionKind
from twofold.people.personas.models import Network
from twofold.reach.notifications.models import Kind
from twofold.reach.notifications.queries import Told


def sentence(told: Told, network: str) -> Markup:
    """Safe HTML, with the names in bold."""
    words = _SENTENCES[Kind(told.kind)](told, network)
    return Markup(words) % {"who": who(told)}


def _event(named: Callable[[int], str], bare: Callable[[int], str]) -> Callable[[Told, str], str]:
    """A sentence with what the event, or another thing, is called, where the reader may know that."""
    return lambda told, network: (
        named(told.count) % {"who": "%(who)s", "event": _safe(told.title)} if told.title else bare(told.count)
    )


_ROLES: dict[str, Callable[[Told, str], str]] = {
    "left": _event(
        lambda n: _("%(who)s left “%(event)s” in your hands: you own it now"),
        lambda n: _("%(who)s left a group in your hands: you own it now"),
    ),
    "owner": _event(
        lambda n: _("%(who)s made you an owner of “%(event)s”"),
        lambda n: _("%(who)s made you an owner of a group"),
    ),
    "admin": _event(
        lambda n: _("%(who)s made you an admin of “%(event)s”"),
        lambda n: _("%(who)s made you an admin of a group"),
    ),
    "moderator": _event(
        lambda n: _("%(who)s made you a moderator of “%(event)s”"),
        lambda n: _("%(who)s made you a moderator of a group"),
    ),
}


def _safe(title: str) -> str:
    """A title inside a sentence that is still to be filled: escaped, its own percent signs kept."""
    return str(Markup("<bdi>{}</bdi>").format(title)).replace("%", "%%")


def who(told: Told) -> Markup:
    names = [Markup("<b><bdi>{}</bdi></b>").format(each.name) for each in told.actors]
    if not names:
        return Markup("<b>{}</b>").format(_("Someone"))
    others = told.count - 1
    if others == 0:
        return names[0]
    if others == 1 and len(names) > 1:
        return Markup(_("%(one)s and %(other)s")) % {"one": names[0], "other": names[1]}
    words = ngettext("%(one)s and %(number)d other", "%(one)s and %(number)d others", others)
    return Markup(words) % {"one": names[0], "number": others}


def _reaction(told: Told, network: str) -> str:
    if told.post and told.post.root_id:
        return _ON_COMMENT.get(told.feeling, lambda: _("%(who)s reacted to your comment"))()
    return _ON_POST.get(told.feeling, lambda: _("%(who)s reacted to your post"))()


_ON_POST: dict[str, Callable[[], str]] = {
    ReactionKind.INSIGHTFUL: lambda: _("%(who)s found your post insightful"),
    ReactionKind.CELEBRATE: lambda: _("%(who)s celebrated your post"),
    ReactionKind.SUPPORT: lambda: _("%(who)s sent support for your post"),
    ReactionKind.CURIOUS: lambda: _("%(who)s got curious about your post"),
    ReactionKind.LOVE: lambda: _("%(who)s loved your post"),
    ReactionKind.LAUGH: lambda: _("%(who)s laughed at your post"),
    ReactionKind.WOW: lambda: _("Your post made %(who)s say wow"),
    ReactionKind.SAD: lambda: _("Your post saddened %(who)s"),
    ReactionKind.HUG: lambda: _("%(who)s sent you a hug for your post"),
}
_ON_COMMENT: dict[str, Callable[[], str]] = {
    ReactionKind.INSIGHTFUL: lambda: _("%(who)s found your comment insightful"),
    ReactionKind.CELEBRATE: lambda: _("%(who)s celebrated your comment"),
    ReactionKind.SUPPORT: lambda: _("%(who)s sent support for your comment"),
    ReactionKind.CURIOUS: lambda: _("%(who)s got curious about your comment"),
    ReactionKind.LOVE: lambda: _("%(who)s loved your comment"),
    ReactionKind.LAUGH: lambda: _("%(who)s laughed at your comment"),
    ReactionKind.WOW: lambda: _("Your comment made %(who)s say wow"),
    ReactionKind.SAD: lambda: _("Your comment saddened %(who)s"),
    ReactionKind.HUG: lambda: _("%(who)s sent you a hug for your comment"),
}


def _accepted(told: Told, network: str) -> str:
    if network == Network.PROFESSIONAL:
        return _("%(who)s accepted your request: you are connected")
    return _("%(who)s accepted your request: you are friends")


def _mention(told: Told, network: str) -> str:
    if "ask" in told.details:
        return _("%(who)s mentioned you: may your name lead to you?")
    return _("%(who)s mentioned you")


def _turn(told: Told, network: str) -> str:
    if "began" in told.details:
        return ngettext(
            "%(who)s plays with you: it is your turn", "%(who)s play with you: it is your turn", told.count
        )
    return _("%(who)s moved: it is your turn")


def _message(told: Told, network: str) -> str:
    if told.title:
        return _("%(who)s wrote in “%(talk)s”") % {"who": "%(who)s", "talk": _safe(told.title)}
    if told.lines < 2:
        return _("%(who)s wrote to you")
    words = ngettext(
        "%(who)s sent you %(number)d message", "%(who)s sent you %(number)d messages", told.lines
    )
    return words % {"who": "%(who)s", "number": told.lines}


def _asks_to_write(told: Told, network: str) -> str:
    """Without a name: whom one does not know says nothing on one's screen before one looks."""
    words = ngettext(
        "%(number)d person would like to write to you",
        "%(number)d people would like to write to you",
        told.count,
    )
    return words % {"number": told.count}


def _application(told: Told, network: str) -> str:
    return _OF_APPLICATIONS.get(told.feeling, lambda: _("%(who)s took a step with your application"))()


# A no is read on the page of the application, with what stands beside it.
_OF_APPLICATIONS: dict[str, Callable[[], str]] = {
    "review": lambda: _("%(who)s reads your application closely: it is in review"),
    "interview": lambda: _("%(who)s would like to talk with you: an interview"),
    "times": lambda: _("%(who)s offers you times for an interview"),
    "offer": lambda: _("%(who)s makes you an offer"),
    "hired": lambda: _("%(who)s says that you are hired"),
    "rejected": lambda: _("%(who)s answered your application"),
    "closed": lambda: _("%(who)s answered your application"),
    "words": lambda: _("%(who)s wrote to you about your application"),
}


def _mentoring(told: Told, network: str) -> str:
    return _OF_MENTORING.get(told.feeling, lambda: _("There is news of your mentoring with %(who)s"))()


_OF_MENTORING: dict[str, Callable[[], str]] = {
    "terms": lambda: _("%(who)s wrote down what your mentoring is to be: do you agree?"),
    "agreed": lambda: _("%(who)s agrees: your mentoring is under way"),
    "meeting": lambda: _("%(who)s planned a meeting of your mentoring"),
    "soon": lambda: _("You meet %(who)s within a day: a meeting of your mentoring"),
    "moved": lambda: _("%(who)s changed a meeting of your mentoring"),
    "off": lambda: _("%(who)s called a meeting of your mentoring off"),
    "end": lambda: _("%(who)s closed your mentoring"),
    "words": lambda: _("%(who)s wrote you a few words at the end of your mentoring"),
    "signed": lambda: _("%(who)s signed that your mentoring was so"),
}


def _request(told: Told, network: str) -> str:
    if network == Network.PROFESSIONAL:
        return _("%(who)s would like to connect")
    return _("%(who)s would like to be friends")


_SENTENCES: dict[Kind, Callable[[Told, str], str]] = {
    Kind.REACTION: _reaction,
    Kind.COMMENT: lambda told, network: _("%(who)s commented on your post"),
    Kind.REPLY: lambda told, network: _("%(who)s replied to your comment"),
    Kind.MENTION: _mention,
    Kind.REPOST: lambda told, network: _("%(who)s shared your post"),
    Kind.QUOTE: lambda told, network: _("%(who)s quoted your post"),
    Kind.FOLLOW: lambda told, network: _("%(who)s started following you"),
    Kind.TIE_REQUEST: _request,
    Kind.TIE_ACCEPTED: _accepted,
    Kind.ENDORSED: lambda told, network: _("%(who)s endorsed your skills"),
    Kind.GROUND_ASKED: lambda told, network: ngettext(
        "%(who)s says what an endorsement of yours rests on: is it so?",
        "%(who)s say what an endorsement of yours rests on: is it so?",
        told.count,
    ),
    Kind.GROUND_AGREED: lambda told, network: _("%(who)s confirmed what your endorsement rests on"),
    Kind.REC_ASKED: lambda told, network: ngettext(
        "%(who)s asks you for a recommendation", "%(who)s ask you for a recommendation", told.count
    ),
    Kind.REC_SENT: lambda told, network: _("%(who)s wrote you a recommendation: read it first"),
    Kind.REC_RETURNED: lambda told, network: _("%(who)s would like a change in your recommendation"),
    Kind.REC_SHOWN: lambda told, network: ngettext(
        "%(who)s shows what you wrote about them", "%(who)s show what you wrote about them", told.count
    ),
    Kind.TAG_ASKED: lambda told, network: ngettext(
        "%(who)s says that you are on a picture", "%(who)s say that you are on a picture", told.count
    ),
    Kind.ALBUM_ASKED: lambda told, network: ngettext(
        "%(who)s asks you to add to an album", "%(who)s ask you to add to an album", told.count
    ),
    Kind.ROLE_OFFERED: lambda told, network: ngettext(
        "%(who)s asks you to help run its page", "%(who)s ask you to help run their pages", told.count
    ),
    Kind.PART_ASKED: lambda told, network: ngettext(
        "%(who)s says that you had a part in a project",
        "%(who)s say that you had a part in a project",
        told.count,
    ),
    Kind.LICENCE_ENDS: lambda told, network: _("A licence or certificate on your profile ends soon"),
    Kind.EVENT_ASKED: _event(
        lambda n: ngettext(
            "%(who)s asks you to come to “%(event)s”", "%(who)s ask you to come to “%(event)s”", n
        ),
        lambda n: ngettext("%(who)s asks you to an event", "%(who)s ask you to an event", n),
    ),
    Kind.EVENT_HOST: _event(
        lambda n: _("%(who)s asks you to host “%(event)s” together"),
        lambda n: ngettext(
            "%(who)s asks you to host an event together", "%(who)s ask you to host an event together", n
        ),
    ),
    Kind.EVENT_CHANGED: _event(
        lambda n: _("%(who)s changed when or where “%(event)s” is"), lambda n: _("%(who)s changed an event")
    ),
    Kind.EVENT_OFF: _event(
        lambda n: _("%(who)s called “%(event)s” off"), lambda n: _("%(who)s called an event off")
    ),
    Kind.EVENT_ON: _event(
        lambda n: ngettext(
            "%(who)s says that “%(event)s” takes place after all",
            "%(who)s say that “%(event)s” takes place after all",
            n,
        ),
        lambda n: ngettext(
            "%(who)s says that an event takes place after all",
            "%(who)s say that an event takes place after all",
            n,
        ),
    ),
    Kind.EVENT_SEAT: _event(
        lambda n: ngettext(
            "You have a seat at “%(event)s” now: %(who)s expects you",
            "You have a seat at “%(event)s” now: %(who)s expect you",
            n,
        ),
        lambda n: _("You have a seat at an event of %(who)s now"),
    ),
    Kind.EVENT_SOON: _event(
        lambda n: _("“%(event)s” of %(who)s begins soon"), lambda n: _("An event of %(who)s begins soon")
    ),
    Kind.EVENT_MEET: _event(
        lambda n: ngettext(
            "%(who)s would like to meet you at “%(event)s”",
            "%(who)s would like to meet you at “%(event)s”",
            n,
        ),
        lambda n: _("%(who)s would like to meet you at an event"),
    ),
    Kind.EVENT_MET: _event(
        lambda n: _("%(who)s said yes: you meet at “%(event)s”"),
        lambda n: _("%(who)s said yes: you meet at an event"),
    ),
    Kind.EVENT_UNMET: _event(
        lambda n: _("%(who)s called off your meeting at “%(event)s”"),
        lambda n: _("%(who)s called off your meeting at an event"),
    ),
    Kind.EVENT_ANSWER: _event(
        lambda n: _("%(who)s answered to “%(event)s”"), lambda n: _("%(who)s answered to your event")
    ),
    Kind.JOB_APPLIED: lambda told, network: (
        _("Somebody applied for a job at %(who)s")
        if told.actors and told.actors[0].is_page
        else _("%(who)s applied for a job at a page that you hire for")
    ),
    Kind.JOB_MOVED: _application,
    Kind.JOB_LATE: lambda told, network: _("%(who)s promised you an answer by now and gave none"),
    Kind.JOB_TALK: lambda told, network: _("An applicant chose a time for an interview at %(who)s"),
    Kind.JOB_NOTED: lambda told, network: _("%(who)s wrote you a note about an application"),
    Kind.JOB_DUE: lambda told, network: _("Today is the day that you chose for an application"),
    Kind.JOB_FOUND: lambda told, network: _("There are new jobs for a search that you saved"),
    Kind.STORY_FELT: lambda told, network: _("%(who)s reacted to your story"),
    Kind.GAME_ASKED: lambda told, network: _("%(who)s would like to play a game with you"),
    Kind.GAME_TURN: _turn,
    Kind.GAME_OVER: lambda told, network: ngettext(
        "Your game with %(who)s is over", "Your games with %(who)s are over", told.count
    ),
    Kind.CARD_GIVEN: lambda told, network: ngettext(
        "%(who)s gave you their business card", "%(who)s gave you their business cards", told.count
    ),
    Kind.GROUP_ASKED: _event(
        lambda n: ngettext("%(who)s asks to join “%(event)s”", "%(who)s ask to join “%(event)s”", n),
        lambda n: ngettext(
            "%(who)s asks to join a group that you keep", "%(who)s ask to join a group that you keep", n
        ),
    ),
    Kind.GROUP_IN: _event(
        lambda n: _("%(who)s let you into “%(event)s”"), lambda n: _("%(who)s let you into a group")
    ),
    Kind.GROUP_INVITED: _event(
        lambda n: ngettext("%(who)s invites you to “%(event)s”", "%(who)s invite you to “%(event)s”", n),
        lambda n: ngettext("%(who)s invites you to a group", "%(who)s invite you to a group", n),
    ),
    Kind.GROUP_ROLE: lambda told, network: _ROLES.get(told.feeling, _ROLES["moderator"])(told, network),
    Kind.GROUP_SAYS: lambda told, network: _("%(who)s announced something in a group of yours"),
    Kind.PROJECT_ASKED: _event(
        lambda n: ngettext(
            "%(who)s asks you to take part in “%(event)s”", "%(who)s ask you to take part in “%(event)s”", n
        ),
        lambda n: ngettext(
            "%(who)s asks you to take part in a project", "%(who)s ask you to take part in a project", n
        ),
    ),
    Kind.PROJECT_DONE: _event(
        lambda n: _("%(who)s finished “%(event)s”: did you have a part in it?"),
        lambda n: _("%(who)s finished a project: did you have a part in it?"),
    ),
    Kind.TASK_GIVEN: _event(
        lambda n: _("%(who)s gave you a task: “%(event)s”"), lambda n: _("%(who)s gave you a task")
    ),
    Kind.TASK_SAID: _event(
        lambda n: _("%(who)s said something to “%(event)s”"),
        lambda n: _("%(who)s said something to a task of yours"),
    ),
    Kind.COURSE_JOINED: _event(
        lambda n: ngettext(
            "%(who)s takes your course “%(event)s”", "%(who)s take your course “%(event)s”", n
        ),
        lambda n: ngettext("%(who)s takes a course of yours", "%(who)s take a course of yours", n),
    ),
    Kind.COURSE_DONE: _event(
        lambda n: _("%(who)s went through “%(event)s” to the end"),
        lambda n: _("%(who)s went through a course of yours to the end"),
    ),
    Kind.LESSON_SAID: _event(
        lambda n: _("%(who)s said something to “%(event)s”"),
        lambda n: _("%(who)s said something to a lesson"),
    ),
    Kind.MENTOR_ASKED: lambda told, network: (
        _("%(who)s offers to be your mentor")
        if told.feeling == "teach"
        else _("%(who)s would like you as a mentor")
    ),
    Kind.MENTOR_YES: lambda told, network: _("%(who)s said yes: now agree on what the mentoring is to be"),
    Kind.MENTOR_NEWS: _mentoring,
    Kind.KIN_ASKED: lambda told, network: ngettext(
        "%(who)s says that you are family: is it so?",
        "%(who)s say that you are family: is it so?",
        told.count,
    ),
    Kind.ADVICE_ANSWER: lambda told, network: _("%(who)s answered a question that you follow"),
    Kind.ADVICE_BEST: lambda told, network: _("%(who)s says that your answer settled it"),
    Kind.ADVICE_ASKED: lambda told, network: _("%(who)s would like your answer to a question"),
    Kind.HOUR_TAKEN: lambda told, network: _("%(who)s took one of your office hours"),
    Kind.HOUR_FREED: lambda told, network: _("%(who)s gave an office hour of yours back"),
    Kind.HOUR_OFF: lambda told, network: _("%(who)s called off the hour that you had taken"),
    Kind.HOUR_SOON: lambda told, network: _("You talk with %(who)s within the hour"),
    Kind.KIN_AGREED: lambda told, network: _("%(who)s confirmed that you are family"),
    Kind.WISHED: lambda told, network: (
        _("%(who)s wrote on your card of wishes") if told.post else _("%(who)s wrote on your birthday card")
    ),
    Kind.MESSAGE: _message,
    Kind.TALK_ASKED: _asks_to_write,
    Kind.REPORT_IN: lambda told, network: _("Something was reported that you decide on"),
    Kind.REPORT_DONE: lambda told, network: _("Something that you reported was looked at"),
    Kind.TAKEN_DOWN: lambda told, network: _("There is a decision on something of yours"),
    Kind.LETTER: lambda told, network: ngettext(
        "%(who)s asks you for an introduction", "%(who)s ask you for an introduction", told.count
    ),
    Kind.INTRODUCTION: lambda told, network: ngettext(
        "%(who)s introduces somebody to you", "%(who)s introduce somebody to you", told.count
    ),
}
