"""What people are to each other in a family, and which answers fit which word."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Word:
    """`name` is what somebody is, `of` the same with the other one's name; `group` says what answers to it."""

    key: str
    group: str
    name: Words
    of: Words


WORDS = (
    Word("mother", "parent", _("Mother"), _("Mother of %(name)s")),
    Word("father", "parent", _("Father"), _("Father of %(name)s")),
    Word("parent", "parent", _("Parent"), _("Parent of %(name)s")),
    Word("stepparent", "parent", _("Step-parent"), _("Step-parent of %(name)s")),
    Word("daughter", "child", _("Daughter"), _("Daughter of %(name)s")),
    Word("son", "child", _("Son"), _("Son of %(name)s")),
    Word("child", "child", _("Child"), _("Child of %(name)s")),
    Word("stepchild", "child", _("Step-child"), _("Step-child of %(name)s")),
    Word("sister", "sibling", _("Sister"), _("Sister of %(name)s")),
    Word("brother", "sibling", _("Brother"), _("Brother of %(name)s")),
    Word("sibling", "sibling", _("Sibling"), _("Sibling of %(name)s")),
    Word("wife", "couple", _("Wife"), _("Wife of %(name)s")),
    Word("husband", "couple", _("Husband"), _("Husband of %(name)s")),
    Word("spouse", "couple", _("Spouse"), _("Spouse of %(name)s")),
    Word("partner", "couple", _("Partner"), _("Partner of %(name)s")),
    Word("grandmother", "grandparent", _("Grandmother"), _("Grandmother of %(name)s")),
    Word("grandfather", "grandparent", _("Grandfather"), _("Grandfather of %(name)s")),
    Word("grandparent", "grandparent", _("Grandparent"), _("Grandparent of %(name)s")),
    Word("granddaughter", "grandchild", _("Granddaughter"), _("Granddaughter of %(name)s")),
    Word("grandson", "grandchild", _("Grandson"), _("Grandson of %(name)s")),
    Word("grandchild", "grandchild", _("Grandchild"), _("Grandchild of %(name)s")),
    Word("aunt", "elder", _("Aunt"), _("Aunt of %(name)s")),
    Word("uncle", "elder", _("Uncle"), _("Uncle of %(name)s")),
    Word("niece", "younger", _("Niece"), _("Niece of %(name)s")),
    Word("nephew", "younger", _("Nephew"), _("Nephew of %(name)s")),
    Word("cousin", "cousin", _("Cousin"), _("Cousin of %(name)s")),
    Word("godparent", "godparent", _("Godparent"), _("Godparent of %(name)s")),
    Word("godchild", "godchild", _("Godchild"), _("Godchild of %(name)s")),
    Word("relative", "relative", _("Relative"), _("Related to %(name)s")),
)
BY_KEY = {each.key: each for each in WORDS}
_PAIRS = (
    ("parent", "child"),
    ("grandparent", "grandchild"),
    ("elder", "younger"),
    ("godparent", "godchild"),
)
_ANSWERS = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def offered() -> list[tuple[str, str]]:
    return [(each.key, str(each.name)) for each in WORDS]


def alike(key: str) -> list[tuple[str, str]]:
    """The words that say the same as this one."""
    return _of_group(BY_KEY[key].group)


def answers_to(key: str) -> list[tuple[str, str]]:
    """What the other one may be: a mother's is a daughter, a son or a child."""
    group = BY_KEY[key].group
    return _of_group(_ANSWERS.get(group, group))


def _of_group(group: str) -> list[tuple[str, str]]:
    return [(each.key, str(each.name)) for each in WORDS if each.group == group]
