"""Name who looks after a network, or let them go."""

import argparse

from twofold.care.moderation.actions import appoint, dismiss_officer
from twofold.care.moderation.queries import officers
from twofold.config.commands import Problem
from twofold.people.personas.models import Network, Persona
from twofold.people.personas.queries import called


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", nargs="?", default="list", choices=["list", "add", "remove"])
    parser.add_argument("network", nargs="?", choices=Network.values)
    parser.add_argument("handle", nargs="?", help="such as @ada")


def run(options: argparse.Namespace) -> None:
    if options.act != "list":
        persona = _persona(options)
        (appoint if options.act == "add" else dismiss_officer)(persona)
        said = "looks after" if options.act == "add" else "no longer looks after"
        print(f"@{persona.handle} {said} the {persona.network} network.")
        return
    found = officers()
    for each in found:
        print(f"{each.persona.network:<13} @{each.persona.handle}  {each.persona.name}")
    if not found:
        print("Nobody looks after either network. Name somebody: twofold moderators add social @ada")


def _persona(options: argparse.Namespace) -> Persona:
    if not options.network or not options.handle:
        raise Problem("Say in which network, and who.", "For example: twofold moderators add social @ada")
    found = called(options.network, options.handle).active().first()
    if found is None or found.kind != Persona.Kind.PERSON:
        raise Problem(
            f"Nobody is called {options.handle} in the {options.network} network.",
            "Give the handle that stands on their profile.",
        )
    return found
