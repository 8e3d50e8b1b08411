"""Jobs of pages: written, found, applied for, and answered.

Owns jobs, the words that find them and the feeds that some come from, applications with all that was sent along, and
what a hiring team notes of them.
Announces `JobPublished`, `JobEnded`, `ApplicationSent`, `ApplicationMoved`, `ApplicationLate`, `AlertFound`.
Forbids anybody but the applicant and the hiring team of the page to learn that an application exists, even by a count.
"""
