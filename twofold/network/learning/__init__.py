"""Learning: courses of chapters and lessons, with quizzes, that members teach each other at work.

Owns courses with all that is in them, who takes which and how far they are, what is said to lessons, and certificates.
Announces `CoursePublished`, `CourseClosed`, `Enrolled`, `Unenrolled`, `CourseFinished`, `LessonSaid`,
`CertificateShown`. Forbids anyone but its teacher to read a draft or to learn who takes a course, a quiz without a
right answer, and a certificate to stand on the profile of somebody who did not say so.
"""
