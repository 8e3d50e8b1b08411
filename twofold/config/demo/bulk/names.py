"""Names of very many invented people: given and family names of many places, put together at random."""

import unicodedata
from collections.abc import Iterator

import numpy as np

from twofold.people.personas.handles import skeleton

# given names | family names; a place a line.
_PLACES = [
    line.split("|")
    for line in """
Anna Bram Cato Daan Elke Floor Guus Hanna Iris Jelle Koen Lieke Maud Noor Pim Roos Sem Teun Wouter Yfke|Bakker de\u00a0Boer Dekker Hoekstra Jansen Kuiper van\u00a0Leeuwen Meijer Postma Smit van\u00a0der\u00a0Meer Visser Vos Wiersma
Ada Bola Chidi Dayo Ebele Femi Ife Kemi Lanre Ngozi Obi Sade Tunde Uche Yemi Zina|Abiola Adeyemi Bello Eze Ibrahim Nwosu Obi Okafor Okeke Olawale Sani Uzor
Aylin Baris Cem Defne Ece Emre Gül Hakan Kerem Leyla Mert Nazlı Onur Pınar Selin Tuğçe Umut Yasemin|Aksoy Aydın Çelik Demir Doğan Kaya Koç Öztürk Şahin Yıldız Yılmaz
Aiko Daichi Emi Haruto Hina Kaito Mei Naoki Ren Riku Sakura Sora Yui Yuto|Fujita Hayashi Inoue Kato Kimura Mori Nakamura Ono Sasaki Tanaka Ueda Yamada
Ana Bruno Camila Diego Elena Felipe Inés Joaquín Lucía Mateo Paula Rafael Sofía Tomás Valeria Ximena|Álvarez Cruz Díaz Fuentes García Herrera Ibáñez León Méndez Ortiz Reyes Silva Vega
Aarav Asha Dev Divya Isha Karan Lakshmi Meera Nikhil Priya Rohan Sanjay Tara Vikram|Bose Chatterjee Desai Gupta Iyer Joshi Kapoor Mehta Nair Patel Rao Sharma
Amal Bilal Dalia Farah Hadi Jamila Karim Layla Mona Nabil Omar Rania Samir Yara|Aziz Darwish Farouk Haddad Khoury Mansour Nasser Rahman Saleh Tawil
Bogdan Daria Hanna Ihor Kateryna Lesia Maksym Nadiia Oksana Petro Roman Solomiia Taras Yulia|Bondarenko Hrytsenko Koval Kravchuk Lysenko Melnyk Shevchuk Tkachenko
Agnes Björn Elin Freja Gustav Ingrid Jonas Kaja Lars Maja Nils Oskar Signe Tove|Berg Dahl Ek Holm Lind Lund Nyberg Olsen Solberg Strand
Aoife Callum Eilidh Finn Gwen Iona Morag Niall Owen Rhys Seán Una|Byrne Campbell Davies Fraser Kelly Morgan Murray O'Neill Price Reid
Bao Chi Duc Giang Hoa Khanh Lan Minh Ngan Phuong Quang Thu|Bui Dang Ho Le Nguyen Pham Tran Vo Vu
Chen Fang Hao Jing Kai Lei Min Ning Qing Rui Wei Xin Yan Zhen|Cao Deng Feng Guo He Liang Lin Song Tang Xu Zhao Zhou
Abebe Dawit Eden Hana Kidan Liya Meron Selam Tesfaye Yonas|Alemu Bekele Desta Girma Haile Kebede Tadesse Wolde
Agata Filip Ewa Jan Kasia Łukasz Marek Ola Paweł Zofia|Dąbrowski Kowalski Mazur Nowak Pawlak Wójcik Zając Zieliński
""".strip().splitlines()
]
_FIRST = """amber bold brave bright calm clever copper curly dusty early fern foggy gentle golden happy hazel humble indigo
late lazy linen lucky mellow merry misty mossy noisy north olive patient plain quick quiet rainy restless rusty salty
sandy shy silver sleepy slow small spare steady sunny tidal velvet warm wild windy winter""".split()
_SECOND = """acorn anchor apron badger barge bean biscuit boat bramble button candle carrot cello clog comet crane crumb
dahlia dune eel fiddle finch fox gull hare harbour heron kettle kite lantern lark leek magpie marble mitten moth nettle
oar otter pancake pebble pedal pickle plover pocket puddle quince radish raft reed robin sail seal skate snail sparrow
spoon stork teapot thistle tulip turnip umbrella walnut weasel whistle willow wren""".split()
_JOBS = """accountant|architect|baker|carpenter|chemist|cook|crane operator|data analyst|dike inspector|electrician|
engineer|ferry captain|gardener|geologist|hydrologist|interpreter|journalist|lawyer|librarian|logistics planner|
mechanic|midwife|nurse|optician|painter|pharmacist|physiotherapist|pilot|planner|plumber|project lead|researcher|
shipwright|social worker|software developer|surveyor|teacher|translator|vet|welder""".replace("\n", "").split(
    "|"
)
_EMPLOYERS = """Alder Street Clinic|Barge & Sons|Blue Heron Labs|Brackwater Trust|Canal Street School|Deltaline|
Eastquay Foods|Ferry Road Studio|Greenlock|Harbour Mutual|Kade Works|Lighthouse Legal|Low Country Rail|Merel Energy|
Northdock|Oostwaard College|Polder Press|Quay Analytics|Reedland|Saltmarsh Institute|Sluice Street Theatre|
Tideline|Veermond Hospital Trust|Waterhouse""".replace("\n", "").split("|")
_PLACES_TO_LIVE = (
    "Veermond|Oostwaard|Duinzicht|Merelkade|Noorddok|Zoutpolder|Lage Brug|Kreekdorp|Delft|Utrecht".split("|")
)


class Handles:
    """Gives out handles, none of which looks like another in its network."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> tuple[str, str]:
        """`wanted`, or with the next number that is free, and its skeleton."""
        handle, number = wanted, 1
        while (look := skeleton(handle)) in self._taken:
            number += 1
            handle = f"{wanted}{number}"
        self._taken.add(look)
        return handle, look


def professionals(rng: np.random.Generator, count: int) -> Iterator[tuple[str, str, str, str, str]]:
    """(handle, skeleton, name, line, place), `count` times."""
    handles = Handles()
    for place, given, family, job, employer, town in rng.random((count, 6)).tolist():
        given_names, family_names = _PLACES[int(place * len(_PLACES))]
        first, last = _pick(given_names.split(" "), given), _pick(family_names.split(" "), family)
        last = last.replace("\u00a0", " ")
        line = f"{_pick(_JOBS, job).capitalize()}, {_pick(_EMPLOYERS, employer)}"
        yield *handles.take(_plain(f"{first}.{last}")), f"{first} {last}", line, _pick(_PLACES_TO_LIVE, town)


def nicknames(rng: np.random.Generator, count: int) -> Iterator[tuple[str, str, str, str, str]]:
    """The same for the other network, where people choose what to be called."""
    handles = Handles()
    for first, second, line, town in rng.random((count, 4)).tolist():
        one, two = _pick(_FIRST, first), _pick(_SECOND, second)
        words = f"Mostly {_pick(_SECOND, line)}s and {_pick(_SECOND, line * 7 % 1)}s"
        name = f"{one.capitalize()} {two.capitalize()}"
        yield *handles.take(f"{one}.{two}"), name, words, _pick(_PLACES_TO_LIVE, town)


def _pick(words: list[str], share: float) -> str:
    return words[int(share * len(words))]


def _plain(text: str) -> str:
    """Small ASCII letters for a handle."""
    folded = unicodedata.normalize(
        "NFKD", text.casefold().replace("ı", "i").replace("ł", "l").replace("ø", "o")
    )
    return "".join(letter for letter in folded if letter.isascii() and (letter.isalnum() or letter == "."))
