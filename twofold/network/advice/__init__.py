"""Advice at work: questions with answers, guides, and hours in which somebody talks with whoever asks.

Owns questions with their answers, who follows them and who was asked to answer, guides, and office hours with who took
which. Announces `Answered`, `AnswerAccepted`, `AnswerAsked`, `QuestionGone`, `HourTaken`, `HourFreed`, `HourOff`,
`HourSoon`. Forbids that an answer reaches further than its question, and that anybody but the two who meet learns who
took an hour, where it is, or what it is to be about.
"""
