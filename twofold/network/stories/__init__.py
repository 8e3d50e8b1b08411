"""Stories: a picture, a video or words on a colour that end after a day, each for the people its author chooses.

Owns stories, the highlights in which some are kept, and who looked at one and what they felt. Announces `StoryTold`,
`StoryAnswered`, `StoryGone`.
Forbids a story, or a byte of it, to reach anyone but its author once it has ended; a number of those who looked to
be told to anyone; and the names of those who looked to be told to anyone but the author.
"""
