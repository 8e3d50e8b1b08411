"""What the modules of static/web/js say, in the page's language, one form for each plural its language has."""

from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext


def script_words(language: str) -> dict[str, str]:
    """The words by key; those that go with a number by `key.form`, forms as CLDR names them."""
    return _collect(language)


@lru_cache(maxsize=16)
def _collect(language: str) -> dict[str, str]:
    found = {
        "now": pgettext("how long ago", "now"),
        "today": _("Today"),
        "yesterday": _("Yesterday"),
        "undo": _("Undo"),
        "retry": _("Try again"),
        "close": _("Close"),
        "next": _("Next picture"),
        "previous": _("Previous picture"),
        "details": _("Details"),
        "story_pause": _("Pause"),
        "story_play": _("Go on by itself"),
        **_of_uploads(),
        "outbox_waits": _("Waits for a line, and is sent by itself then."),
        "act_waits": _("You are offline. It is done by itself once there is a line."),
        "outbox_back": _("Take back"),
        "outbox_refused": _("Not sent:"),
        "outbox_gone": _("This conversation is not there any more."),
        "outbox_left": _(
            "Something that you wrote was not sent yet, and would be lost. Sign out all the same?"
        ),
        "push_on": _("You are told on this device."),
        "push_off": _("You are not told on this device."),
        "push_refused": _(
            "Your browser does not allow it. Look at what this site may do, in the browser's settings."
        ),
        "feed_kept": _("Your last feed is kept here."),
        "feed_not_kept": _("Nothing is kept here."),
        "read_by_them": _("Read"),
        "read_by": _("Read by %(who)s") % {"who": "{who}"},
        "no_answer": _("The server did not answer. What you wrote is still here."),
        "offline": _("You are offline. What you wrote is still here."),
        "broken": _("That did not work. What you wrote is still here."),
        "copy": _("Copy"),
        "copied": _("Copied."),
        "not_moved": _("That could not be moved, and is back where it was. Load the page again."),
        "not_moved_offline": _("The server did not answer: it is back where it was."),
        "take_out": _("Take out %(what)s") % {"what": "{what}"},
        "taken_out": _("%(what)s is out.") % {"what": "{what}"},
        "taken_in": _("%(what)s is in.") % {"what": "{what}"},
        "too_large": _("%(name)s has %(size)s MB; up to %(most)s MB are taken.")
        % {"name": "{name}", "size": "{size}", "most": "{most}"},
        "offered": _("Suggestions"),
        "no_offers": _("No suggestions. What you type is kept as it is."),
    }
    return found | _counted(language)


def _counted(language: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for form, number in _examples(language).items():
        found |= {f"{key}.{form}": words % {"n": "{n}"} for key, words in _phrases(number).items()}
    return found


def _phrases(number: int) -> dict[str, str]:
    """Words that go with a number, in the form that this one takes."""
    return {
        "new_posts": ngettext("%(n)s new post", "%(n)s new posts", number),
        "offers": ngettext("%(n)s suggestion", "%(n)s suggestions", number),
        "more_people": ngettext("%(n)s other", "%(n)s others", number),
        "left": ngettext("%(n)s character left", "%(n)s characters left", number),
    }


def _examples(language: str) -> dict[str, int]:
    """For each plural form of the language a number that takes it."""
    try:
        rule = Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return {"other": 2}
    return {rule(number): number for number in range(120, -1, -1)}


def _of_uploads() -> dict[str, str]:
    return {
        "upload_queued": _("Waits its turn"),
        "upload_made": _("Being made ready…"),
        "upload_done": _("Done"),
        "upload_sum": _("{done} of {all} are in"),
        "upload_missed": _("{done} of {all} are in; did not arrive: {missed}"),
        "upload_room": _("There is room for {most} here; left out: {over}. An album has room for all."),
        "upload_cut": _("It was cut off. Choose the same file again: it goes on where it was."),
        "upload_sends": _("It goes as soon as the pictures are in."),
        "upload_waits": _("The server does not answer. It goes on by itself."),
        "upload_offline": _("You are offline. It goes on when you are back."),
        "upload_failed": _("It did not arrive. Choose the same file again: it goes on where it was."),
        "upload_lost": _("It waited too long and was thrown away. Choose the file again."),
    }
