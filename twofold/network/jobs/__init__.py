"""Jobs of pages: written, found, applied for, and answered.

Owns jobs and the words that find them, applications with all that was sent along, and what a hiring team notes of them.
Announces `JobPublished`, `JobEnded`, `ApplicationSent`, `ApplicationMoved`, `ApplicationLate`, `AlertFound`.
Forbids anybody but the applicant and the hiring team of the page to learn that an application exists, even by a count.
"""
