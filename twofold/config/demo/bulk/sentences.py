"""What very many invented people say: sentences put together from patterns, in each network's own tone."""

import re
from dataclasses import dataclass
from random import Random

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


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.replace("\n", " ").split(","))


WORK = Tone(
    openings=_lines("""
        We moved {thing} to {place} this week and {result}.
        A small lesson from {n} months of {field}: {rule}.
        After {n} attempts, {thing} finally {result}.
        Today {person} showed the team how to {deed}.
        Question for people in {field}: how do you {deed} without {pain}?
        Our notes on {thing} are now open to everyone.
        We are looking for someone who likes {field} and can {deed}.
        Yesterday's review of {thing} took {n} minutes; the one before took {n} hours.
        I gave a talk on {field} in {place}, mostly about what went wrong.
        Three things I wish I had known before we touched {thing}.
        The audit of {thing} is done: {n} findings, {n} of them worth the paper.
        If you work with {field}, read the appendix first.
        First week in the new role: {field}, {n} new names, one very good map.
        {person} retires on Friday after {n} years of {field}.
        We stopped measuring {measure} and started asking people: {result}.
    """),
    middles=_lines("""
        The cause was {cause}, as it usually is.
        What helped most was {help}.
        Cost: {n} days, most of them spent on {cause}.
        The old way needed {n} steps; this one needs {n}.
        Operators noticed before the dashboard did.
        We kept the old system running beside it for {n} weeks.
        The numbers are in the report; the reasons are in the margins.
        Nobody had written down {thing}, so we did.
        {measure} fell by {n} per cent, and nobody misses it.
        It is not elegant, but a new colleague understood it in {n} minutes.
        The first version failed because of {cause}; the second one because of us.
        Credit goes to {person}, who asked the question nobody liked.
    """),
    closes=_lines("""
        Happy to share the template.
        What would you have done?
        Comments from {field} are very welcome.
        Slides on request.
        We will know more in {n} weeks.
        The vacancy is open until Friday.
        Thank you, {person}.
        Next stop: {place}.
        I am told there will be cake.
    """),
    comments=_lines("""
        This matches what we saw in {place}.
        How did you handle {cause}?
        Congratulations, well earned.
        Could you share the part about {thing}?
        We tried the same and {result}.
        {rule}. I will print that.
        Did {measure} change as well?
        Very useful, thank you.
        Sent to the whole team.
        I would add: {rule}.
        {n} minutes! Ours takes {n}.
        Let us talk, we have the same problem with {thing}.
        What did {person} say?
        The appendix alone is worth it.
        In {field} we call that a Tuesday.
    """),
    words={
        "thing": _words("""the tender, the gauge network, the rota, the handover sheet, the pump schedule, the berth plan,
            the archive, the consent form, the sensor pile, the timetable, the risk register, the stock system,
            the drawing set, the apprentices' workshop, the night shift plan, the booking system, the survey data"""),
        "place": _words("""Veermond, Oostwaard, the control room, the second floor, the open air, Delft, the old dock,
            one spreadsheet, a shared calendar, the north quay, three schools, the clinic"""),
        "result": _words("""it held, nobody noticed (which is the point), the queue is gone, it paid for itself,
            it failed safely, the phones stopped ringing, we slept through the storm, the error is half of what it was,
            we learned to ask earlier, everyone found it"""),
        "field": _words("""flood forecasting, tender writing, night nursing, timber structures, welding, port logistics,
            credit risk, interpreting, lock maintenance, library systems, stage lighting, teaching maths,
            groundwater, cold chains, accessibility, apprenticeships, bridge inspection"""),
        "rule": _words("""write the alarm before the model, ask the operator first, the map is not the road,
            a checklist is a conversation, measure what you can change, two people for every key,
            never ship on a spring tide, name the person who decides, short memos travel further,
            the second copy is the one you will need"""),
        "deed": _words("""read a tide table, say no in writing, plan a shift, calibrate a sensor, price a risk,
            explain a drip, close a bridge for a day, hand over at three in the morning, test a backup,
            draw a section, run a meeting in twenty minutes, hire for patience"""),
        "pain": _words("""three spreadsheets, a night shift, a consultant, a fourth meeting, losing the data,
            asking everyone twice, shouting, a lawyer"""),
        "cause": _words("""a comma, two time zones, one missing key, an old drawing, salt, a good intention,
            the wrong datum, a full inbox, a holiday, a field that nobody filled in, rust"""),
        "help": _words("""a whiteboard, lunch, one honest plot, the oldest colleague in the room, a printed map,
            writing it down, asking the night shift, a smaller pilot, deleting half of it"""),
        "measure": _words(
            "waiting time, overtime, paper, the number of meetings, the error, downtime, the backlog"
        ),
        "person": _words("""our apprentice, the night team, a colleague from the lock, the caretaker, our oldest engineer,
            the ward, a student, the harbour office, the foreman, our newest analyst"""),
        "n": _words("two, three, four, five, six, seven, nine, eleven, twelve, fourteen, twenty"),
    },
    tags=_words(
        "water, hiring, opendata, safety, mentoring, harbour, care, timber, learning, design, energy, maintenance"
    ),
)

HOME = Tone(
    openings=_lines("""
        {who} found {object} in {spot}.
        We walked to {spot} and back, with {food}.
        {n} hours at {spot} and not one {creature}.
        Who has {object} to lend for {when}?
        {food} for {n}, eaten by {n}.
        A {creature} has moved into {spot} and pays no rent.
        The light at {spot} this morning.
        {who} turned {n} today and would like no fuss, so naturally there was {food}.
        Rehearsal {when}, bring {food}.
        Tried to fix {object} myself.
        {when} we swim, whatever the weather says.
        I have been told that {opinion}.
        Unpopular opinion: {opinion}.
        New on the windowsill: {object}.
        Lost near {spot}: {object}, well loved.
    """),
    middles=_lines("""
        {who} laughed for {n} minutes.
        The neighbours brought {food}.
        Nobody planned it, which is why it worked.
        It rained, then it did not, then it rained sideways.
        There was singing.
        {who} says hello.
        The {creature} watched all of it.
        I have {n} photographs and all of them are of {who}'s thumb.
        We shall not speak of {object}.
        My legs are a rumour.
        Tea fixed most of it.
        Somebody's {creature} joined in.
    """),
    closes=_lines("""
        Come along {when}.
        More {when}.
        Ten out of ten, would get lost again.
        I need a nap and {food}.
        Thank you, whoever left {food} on the step.
        That is all. Good night.
        Bring a spoon.
        🌊
        🌾🚲
        ❤️
    """),
    comments=_lines("""
        Save me some {food}!
        This made my {when}.
        I have {object}, come and fetch it.
        {who} will never believe this 😂
        Is that {spot}?
        I disagree, but warmly: {opinion}.
        Oh, the {creature}!
        Count me in for {when}.
        You are all mad and I am jealous.
        {n} of us are coming.
        More pictures please
        We were there {when}, how did we miss you?
        ❤️❤️
        The {creature} wins.
        Give {who} a hug from me.
    """),
    words={
        "who": _words("""Grandad, my sister, the small one, next door, our choir, Auntie, the dog, my brother, the twins,
            the landlady, half the street, the lodger"""),
        "object": _words("""a ladder, one roller skate, a brass teapot, somebody's left boot, a pump for a very old bike, a kite,
            the good scissors, a lemon tree, a chess clock, an accordion, seventeen jam jars, a red mitten"""),
        "spot": _words("""the slipway, the dunes, the old lock, plot nineteen, the ferry, the last tram stop, the market,
            the roof, the rose garden, the north pier, the reading room, the back of the van"""),
        "food": _words("""apple cake, pea soup, flatbread, dumplings, burnt pancakes, plum jam, lentils, lemon rice, cinnamon buns,
            pickled herring, jollof, baklava, a heroic salad, waffles"""),
        "creature": _words(
            "heron, seal, hedgehog, kingfisher, cat, moth, gull, crab, snail, duck, goat, hen"
        ),
        "when": _words("""Sunday, tomorrow, Thursday evening, this morning, the weekend, tonight, after work, market day,
            the first dry day"""),
        "opinion": _words("""rice goes in last, the short way is always longer, a bicycle needs a name, soup is a drink,
            nobody reads the second verse, gulls are misunderstood, cold water is a personality,
            every shed is too small, the best bread is yesterday's, board games need a referee"""),
        "n": _words("two, three, four, five, six, seven, nine, eleven, twelve, forty"),
    },
    tags=_words(
        "sundayswim, allotment, dunes, choir, baking, lostandfound, harbourlight, bikes, chess, cats, market, rain"
    ),
)

TONES = {"professional": WORK, "social": HOME}
