"""The same picture every time, and never the same one twice."""

import hashlib

import pytest

from twofold.config.demo.casting import pages, people
from twofold.config.demo.pictures import photos
from twofold.config.demo.pictures.banners import banner
from twofold.config.demo.pictures.canvas import png
from twofold.config.demo.pictures.marks import mark
from twofold.config.demo.pictures.motifs import motif
from twofold.config.demo.pictures.portraits import portrait


@pytest.mark.parametrize("name", ["dunes-sunset", "runtimes", "cat-bridge", "teaglasses"])
def test_a_photo_is_the_same_every_time(name):
    assert png(photos()[name].drawn()) == png(photos()[name].drawn())


def test_portraits_and_banners_are_the_same_every_time_and_nobody_shares_one():
    draw = [
        lambda: portrait("a.b", "3 short brown"),
        lambda: portrait("a.c", "3 short brown"),
        lambda: motif("kite.one", "kite"),
        lambda: mark("social", "de.sluis", "curtain"),
        lambda: mark("professional", "desluis.werk", "curtain"),
        lambda: banner("social", "one", "sea"),
        lambda: banner("professional", "two", "sea"),
    ]
    once, again = ([hashlib.sha256(each()).hexdigest() for each in draw] for _ in range(2))
    assert once == again
    assert len(set(once)) == len(once)


def test_whatever_a_presence_asks_for_can_be_drawn():
    for person in people():
        home = person.get("home", {})
        if home.get("picture", "").partition(" ")[0] not in {"", "face"}:
            assert motif(home["handle"], home["picture"])
    signs = {page["picture"].removeprefix("logo ") for page in pages()}
    assert all(mark("social", "x", sign) for sign in signs)
