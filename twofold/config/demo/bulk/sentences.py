"""What very many invented people say: sentences put together from patterns, in each network's own tone."""

import re
from dataclasses import dataclass
from random import Random

from twofold.config.demo.reading import read, split

_HOLE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Tone:
    """Patterns and the words for their holes. Every post is an opening, perhaps a middle, perhaps a close."""

    openings: tuple[str, ...]
    middles: tuple[str, ...]
    closes: tuple[str, ...]
    comments: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    tags: tuple[str, ...]

    def post(self, chance: Random) -> tuple[str, str]:
        """A text, and the hashtag at its end, or none."""
        parts = [chance.choice(self.openings)]
        if chance.random() < 0.7:
            parts += chance.sample(self.middles, chance.choice((1, 1, 2, 2, 3)))
        if chance.random() < 0.6:
            parts.append(chance.choice(self.closes))
        tag = chance.choice(self.tags) if chance.random() < 0.3 else ""
        return " ".join(self._filled(part, chance) for part in parts), tag

    def comment(self, chance: Random) -> str:
        return self._filled(chance.choice(self.comments), chance)

    def _filled(self, pattern: str, chance: Random) -> str:
        text = _HOLE.sub(lambda hole: chance.choice(self.words[hole[1]]), pattern)
        return text[0].upper() + text[1:]


def _tone(name: str) -> Tone:
    words = read(f"bulk/{name}.toml")
    patterns = {
        part: tuple(words[part].strip().splitlines())
        for part in ("openings", "middles", "closes", "comments")
    }
    holes = {hole: tuple(split(text)) for hole, text in words["words"].items()}
    return Tone(words=holes, tags=tuple(split(words["tags"])), **patterns)


TONES = {name: _tone(name) for name in ("professional", "social")}
