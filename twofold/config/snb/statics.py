"""What the data set knows beforehand: places, companies and universities."""

from dataclasses import dataclass
from pathlib import Path

from twofold.config.snb.rows import rows


@dataclass(frozen=True)
class Organisation:
    """A company, whose place is a country, or a university, whose place is a city."""

    kind: str
    name: str
    place: str


@dataclass(frozen=True)
class Statics:
    """By the numbers of the data set; names as people write them."""

    places: dict[str, str]
    organisations: dict[str, Organisation]

    @classmethod
    def read(cls, folder: Path) -> "Statics":
        places = {row[0]: spoken(row[1]) for row in rows(folder, "place")}
        organisations = {
            number: Organisation(kind, spoken(name), places[place])
            for number, kind, name, _address, place in rows(folder, "organisation")
        }
        return cls(places, organisations)


@dataclass(frozen=True)
class Station:
    """Where somebody studied until a year, or works since one: the number of the organisation, and the year."""

    organisation: str
    year: int


def stations(text: str) -> list[Station]:
    """As the update streams write them: `number,year;number,year`."""
    pairs = (each.partition(",") for each in text.split(";") if each)
    return [Station(number, int(year)) for number, _comma, year in pairs]


def spoken(name: str) -> str:
    return name.replace("_", " ")
