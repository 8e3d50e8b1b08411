"""Projects: work that several professionals do together, on a board of tasks.

Owns projects, who works in them and as what, their boards with all that stands on them, and the log of what was done.
Announces `ProjectAsked`, `ProjectAskClosed`, `ProjectJoined`, `ProjectLeft`, `ProjectFinished`, `PartConfirmed`,
`TaskGiven`, `TaskSaid`, `ProjectClosed`. Forbids anyone but those who work in a private project to read its board,
those who only look on to change it, and a finished project to stand on the CV of somebody who did not say so.
"""
