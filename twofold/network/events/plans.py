"""What the hosts of an event decide about it, as it comes from a form or from a calendar file."""

from dataclasses import dataclass, replace
from datetime import datetime

from twofold.foundation.kit.text import clean_block, clean_line
from twofold.network.events.models import Shown


@dataclass(frozen=True)
class Plan:
    """`begins` and `ends` are wall times of `zone`; of whole days midnights, `ends` of the day after."""

    kind: str
    title: str
    begins: datetime
    ends: datetime
    zone: str
    description: str = ""
    all_day: bool = False
    rule: str = ""
    area: str = ""
    place: str = ""
    link: str = ""
    online: bool = False
    capacity: int | None = None
    plus: int = 0
    potluck: bool = False
    shown: str = Shown.READERS
    questions: tuple[str, ...] = ()

    def cleaned(self) -> "Plan":
        questions = tuple(each for each in map(clean_line, self.questions) if each)
        return replace(
            self,
            title=clean_line(self.title),
            description=clean_block(self.description),
            area=clean_line(self.area),
            place=clean_line(self.place),
            link=self.link.strip(),
            questions=questions,
        )
