"""What `twofold` can be asked to do, a file each: `arguments(parser)` and `run(options)`.

A command that cannot go on raises `Problem` with what is wrong and what to do; the command line prints it and ends
with exit code 1. A command returns its exit code, or nothing for success.
"""


class Problem(Exception):
    """What is wrong, and what to do about it: two sentences for the person at the keyboard."""

    def __init__(self, wrong: str, do: str = ""):
        super().__init__(f"{wrong}\n{do}".strip())
        self.wrong = wrong
        self.do = do
