"""What comes from the form of a recipe: kept whole whatever is wrong with it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from twofold.foundation.kit.ids import decode
from twofold.foundation.kit.paging import read_cursor
from twofold.foundation.kit.refusals import Refused
from twofold.foundation.kit.text import clean_line
from twofold.network.posts.markup import tag_name, tags_in
from twofold.network.posts.models import Post
from twofold.people.audiences.queries import by_handle
from twofold.people.graph.queries import persona_of
from twofold.people.personas.viewers import Viewer
from twofold.reach.ranking.recipes import MAX_FILE, PRESETS, RECIPES, USUAL, cleaned, from_file
from twofold.reach.ranking.scoring import Face

MOST_IDS = 400


@dataclass
class RecipeForm:
    """`weights` in percent by term, as far as they could be read; `errors` by field."""

    weights: dict[str, int] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, refusal: Refused) -> None:
        self.errors[refusal.field or "form"] = str(refusal.reason)


def read(network: str, data: QueryDict) -> RecipeForm:
    """The sliders; or what a preset, or starting anew, makes of them."""
    intent = data.get("intent", "")
    if intent == "reset":
        return RecipeForm()
    if intent.startswith("preset:"):
        chosen = {each.key: dict(each.weights) for each in PRESETS[network]}
        return RecipeForm(chosen.get(intent.removeprefix("preset:"), {}))
    form = RecipeForm({key: _number(data.get(f"w-{key}")) for key in RECIPES[network]})
    try:
        form.weights = cleaned(network, form.weights)
    except Refused as refusal:
        form.refuse(refusal)
    return form


def read_file(network: str, upload) -> RecipeForm:
    """What a recipe in a file says; an error where it is none."""
    form = RecipeForm()
    try:
        form.weights = from_file(network, upload.read(MAX_FILE + 1) if upload else b"")
    except Refused as refusal:
        form.refuse(refusal)
    return form


def _number(text: str | None) -> int:
    """A whole number; as usual where there is none, and beyond the range where it is nonsense."""
    if text is None:
        return USUAL
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else -1


def read_less(data: QueryDict, post: Post, face: Face) -> list[tuple[str, str]]:
    """What about a post somebody wants less of: each as what it is about and its name. Only what the post has."""
    offered = {("person", str(post.author_id)), ("kind", face.kind), *(("topic", tag) for tag in face.tags)}
    chosen = [tuple(each.split(":", 1)) for each in data.getlist("less") if ":" in each]
    return [(about, ref) for about, ref in chosen if (about, ref) in offered]


def read_leaning(viewer: Viewer, data: QueryDict) -> tuple[str, str, int]:
    """What `say` says, "1:topic:bread"; or what was typed, @somebody or #topic, and `amount`. Refused for nonsense.

    Absent where there is nobody of that name for the viewer.
    """
    amount, _colon, rest = data.get("say", "").partition(":")
    about, _colon, ref = rest.partition(":")
    if not about:
        amount, typed = data.get("amount", ""), clean_line(data.get("what", ""))[:80]
        about, ref = ("person", typed[1:]) if typed.startswith("@") else ("topic", typed.lstrip("#"))
        if about == "person":
            ref = str(by_handle(viewer, viewer.home, ref).pk)
    if about == "topic":
        ref = tag_name(ref)
        if set(tags_in(f"#{ref}")) != {ref}:
            raise Refused(_("A topic is one word, as in #bread."))
    if about == "person":
        persona_of(viewer, read_cursor(ref) or 0)
    if amount not in ("-1", "0", "1", "2"):
        raise Refused(_("Choose more or less."))
    return about, ref, int(amount)


def read_ids(texts: Sequence[str]) -> list[int]:
    """The ids in what a page or its script sent; nonsense left out."""
    found = []
    for text in texts[:MOST_IDS]:
        with suppress(ValueError):
            found.append(decode(text))
    return found
