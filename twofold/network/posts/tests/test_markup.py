import time
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from twofold.network.posts.markup import first_link, handles_in, pieces, render, tags_in

KNOWN = {"anna": SimpleNamespace(handle="anna")}


def drawn(text: str) -> str:
    return render(text, network="social", mentions=KNOWN)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (
            "hi @anna. and @nobody",
            '<p>hi <a class="mention" href="/social/@anna/">@anna</a>. and @nobody</p>',
        ),
        ("#Zee #2026 a#b", '<p><a class="tag" href="/social/tags/zee/">#Zee</a> #2026 a#b</p>'),
        ("mail me@anna.org", "<p>mail me@anna.org</p>"),
        ("javascript:alert(1)", "<p>javascript:alert(1)</p>"),
    ],
)
def test_what_is_typed_becomes_this(text, html):
    assert (
        drawn(text)
        .replace('href="/social/@anna/" class="mention"', 'class="mention" href="/social/@anna/"')
        .replace('href="/social/tags/zee/" class="tag"', 'class="tag" href="/social/tags/zee/"')
        == html
    )


def test_links_tell_nobody_where_one_came_from():
    html = drawn("see https://www.example.org/a?b=1&c=%22%3E. End")
    assert 'rel="nofollow noopener noreferrer ugc"' in html
    assert 'href="https://www.example.org/a?b=1&amp;c=%22%3E"' in html
    assert ">example.org/a?b=1&amp;c=%22%3E</a>. End" in html
    assert first_link("no scheme: example.org/x") == "https://example.org/x"


def test_marks_inside_of_addresses_are_not_marks():
    assert handles_in("https://example.org/@anna and @boris") == ["boris"]
    assert tags_in("https://example.org/#top #real") == {"real": "real"}


@given(some.text(max_size=300))
def test_nothing_is_lost_and_nothing_but_our_marks_comes_out(text):
    assert "".join(piece.text for piece in pieces(text)) == text
    html = drawn(text)
    assert "<script" not in html.lower()
    assert html.count("<") == html.count("<p>") * 2 + html.count("<br>") + html.count("<a ") * 2


@pytest.mark.parametrize(
    "text", ["a." * 5000, "http://" * 1400, "@a" * 5000, "#a " * 3300, "a.co " * 2000, "(" * 10_000]
)
def test_the_worst_texts_are_quick_and_small(text):
    began = time.process_time()
    html = drawn(text)
    assert time.process_time() - began < 0.5
    assert len(html) < 60_000
