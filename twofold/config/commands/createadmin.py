"""Make an account that may look after the server."""

import argparse
import getpass
import sys

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from twofold.config.commands import Problem
from twofold.people.accounts.actions import sign_up
from twofold.people.accounts.models import Account


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("email", nargs="?", help="asked for when it is not given")
    parser.add_argument("--password-stdin", action="store_true", help="read the password from standard input")


def run(options: argparse.Namespace) -> None:
    email = (options.email or input("E-mail: ")).strip().lower()
    try:
        validate_email(email)
    except ValidationError as problem:
        raise Problem(f"“{email}” is no e-mail address.", "Give one such as ada@example.org.") from problem
    if Account.objects.filter(email=email).exists():
        raise Problem(
            f"There is an account with {email} already.", "Choose another address, or sign in with it."
        )
    password = _password(from_stdin=options.password_stdin)
    _accept(password)
    sign_up(email, password, keeps_server=True)
    print(f"{email} may sign in and look after this server.")


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("Password (at least 10 characters): ")
    if getpass.getpass("Once more: ") != password:
        raise Problem("The two passwords differ.", "Try again.")
    return password


def _accept(password: str) -> None:
    try:
        validate_password(password)
    except ValidationError as problem:
        raise Problem(" ".join(problem.messages), "Choose another password.") from problem
