"""`{% kept "rail", network, me.version %} … {% endkept %}`: parts of a page that are drawn once and then kept.

A part depends on its key and on the language, and on nothing else: no secret of a form, no address of a request. So
forms stand outside, and buttons inside press the one empty form of the shell (`form="act"`).
"""

from collections.abc import Callable, Hashable

from django.utils.translation import get_language
from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

from twofold.foundation.kit.kept import Kept

_parts: Kept[str] = Kept(5_000)


class KeptPart(Extension):
    tags = {"kept"}

    def parse(self, parser: Parser) -> nodes.Node:
        line = next(parser.stream).lineno
        key = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            key.append(parser.parse_expression())
        body = parser.parse_statements(("name:endkept",), drop_needle=True)
        return nodes.CallBlock(self.call_method("keep", key), [], [], body).set_lineno(line)

    def keep(self, *key: Hashable, caller: Callable[[], str]) -> str:
        """The part as it was drawn for this key, or drawn now."""
        whole = (get_language(), *key)
        return _parts.get(whole) or _parts.put(whole, caller())
