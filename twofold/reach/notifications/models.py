from django.db import models
from django.utils.translation import gettext_lazy as _

from twofold.foundation.kit.ids import RandomIdField
from twofold.network.posts.models import Post
from twofold.people.personas.models import Persona


class Kind(models.TextChoices):
    REACTION = "reaction", _("Reactions")
    COMMENT = "comment", _("Comments")
    REPLY = "reply", _("Replies")
    MENTION = "mention", _("Mentions")
    REPOST = "repost", _("Reposts")
    QUOTE = "quote", _("Quotes")
    FOLLOW = "follow", _("Followers")
    TIE_REQUEST = "tie_request", _("Requests")
    TIE_ACCEPTED = "tie_accepted", _("Accepted requests")
    ENDORSED = "endorsed", _("Endorsements")
    GROUND_ASKED = "ground_asked", _("Reasons to confirm")
    GROUND_AGREED = "ground_agreed", _("Confirmed reasons")
    REC_ASKED = "rec_asked", _("Requests for recommendations")
    REC_SENT = "rec_sent", _("Recommendations")
    REC_RETURNED = "rec_returned", _("Recommendations sent back")
    REC_SHOWN = "rec_shown", _("Recommendations shown")
    TAG_ASKED = "tag_asked", _("Names on pictures")
    ALBUM_ASKED = "album_asked", _("Albums to add to")
    ROLE_OFFERED = "role_offered", _("Pages to help with")
    LETTER = "letter", _("Introductions to pass on")
    INTRODUCTION = "introduction", _("Introductions")
    PART_ASKED = "part_asked", _("Projects to confirm")
    LICENCE_ENDS = "licence_ends", _("Licences that end")
    EVENT_ASKED = "event_asked", _("Invitations to events")
    EVENT_HOST = "event_host", _("Events to host")
    EVENT_CHANGED = "event_changed", _("Events at another time or place")
    EVENT_OFF = "event_off", _("Events that are called off")
    EVENT_ON = "event_on", _("Events that take place after all")
    EVENT_SEAT = "event_seat", _("Seats at events")
    EVENT_SOON = "event_soon", _("Events that begin soon")
    EVENT_MEET = "event_meet", _("Meetings that are asked for at events")
    EVENT_MET = "event_met", _("Meetings that are agreed on at events")
    EVENT_UNMET = "event_unmet", _("Meetings at events that are called off")
    EVENT_ANSWER = "event_answer", _("Answers to your events")
    JOB_APPLIED = "job_applied", _("Applications to your pages")
    JOB_MOVED = "job_moved", _("Your applications")
    JOB_LATE = "job_late", _("Answers that did not come")
    JOB_TALK = "job_talk", _("Interviews at your pages")
    JOB_NOTED = "job_noted", _("Notes to you about applications")
    JOB_DUE = "job_due", _("Reminders of applications")
    JOB_FOUND = "job_found", _("Jobs for your saved searches")
    ADVICE_ANSWER = "advice_answer", _("Answers to questions that you follow")
    ADVICE_BEST = "advice_best", _("Your answers that settled it")
    ADVICE_ASKED = "advice_asked", _("Questions to you")
    HOUR_TAKEN = "hour_taken", _("Office hours that are taken")
    HOUR_FREED = "hour_freed", _("Office hours that are free again")
    HOUR_OFF = "hour_off", _("Office hours that are called off")
    HOUR_SOON = "hour_soon", _("Office hours that begin soon")
    STORY_FELT = "story_felt", _("Reactions to your stories")
    GAME_ASKED = "game_asked", _("Invitations to a game")
    GAME_TURN = "game_turn", _("Your turn in a game")
    GAME_OVER = "game_over", _("Games that are over")
    CARD_GIVEN = "card_given", _("Business cards")
    GROUP_ASKED = "group_asked", _("Requests to join groups")
    GROUP_IN = "group_in", _("Groups that let you in")
    GROUP_INVITED = "group_invited", _("Invitations to groups")
    GROUP_ROLE = "group_role", _("Groups that you keep from now on")
    GROUP_SAYS = "group_says", _("Announcements in groups")
    PROJECT_ASKED = "project_asked", _("Invitations to projects")
    PROJECT_DONE = "project_done", _("Finished projects")
    TASK_GIVEN = "task_given", _("Tasks for you")
    TASK_SAID = "task_said", _("What is said to your tasks")
    COURSE_JOINED = "course_joined", _("People who take your courses")
    COURSE_DONE = "course_done", _("People who finished your courses")
    LESSON_SAID = "lesson_said", _("What is said to lessons")
    MENTOR_ASKED = "mentor_asked", _("Requests for mentoring")
    MENTOR_YES = "mentor_yes", _("Accepted mentoring")
    MENTOR_NEWS = "mentor_news", _("News of your mentoring")
    KIN_ASKED = "kin_asked", _("Family to confirm")
    KIN_AGREED = "kin_agreed", _("Confirmed family")
    WISHED = "wished", _("Wishes for your birthday")
    MESSAGE = "message", _("Messages")
    TALK_ASKED = "talk_asked", _("Requests to write to you")
    REPORT_IN = "report_in", _("Reports to look at")
    REPORT_DONE = "report_done", _("What became of your reports")
    TAKEN_DOWN = "taken_down", _("Decisions on what you shared")


class Way(models.IntegerChoices):
    """A way in which something is told; several are added up."""

    PAGE = 1, _("In the page")
    MAIL = 2, _("E-mail at once")
    PUSH = 4, _("On your devices")
    LETTER = 8, _("In the letter")


class Notification(models.Model):
    """One thing that `actor` did. Those with the same `bundle` are shown together; `detail` is a reaction's kind."""

    id = RandomIdField()
    recipient = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    actor = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=14, choices=Kind.choices)
    detail = models.CharField(max_length=12, blank=True)
    post = models.ForeignKey(Post, on_delete=models.CASCADE, null=True, related_name="+")
    # What else it is about, where there are many between two people: the id of an event.
    about = models.BigIntegerField(default=0)
    bundle = models.CharField(max_length=40)
    position = models.BigIntegerField()
    read = models.BooleanField(default=False)
    # By which ways it is told, a sum of `Way`, as its receiver wished when it happened.
    ways = models.SmallIntegerField(default=Way.PAGE + Way.LETTER)
    # When it goes out by mail and to devices, until it has.
    mail_at = models.DateTimeField(null=True)
    push_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["recipient", "position"], name="notifications_inbox"),
            models.Index(fields=["recipient", "bundle", "position"], name="notifications_bundle"),
            models.Index(fields=["recipient"], condition=models.Q(read=False), name="notifications_unread"),
            models.Index(
                fields=["mail_at"], condition=models.Q(mail_at__isnull=False), name="notifications_to_mail"
            ),
            models.Index(
                fields=["push_at"], condition=models.Q(push_at__isnull=False), name="notifications_to_push"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["recipient", "kind", "actor", "post"], name="notifications_once_a_post"
            ),
            models.UniqueConstraint(
                fields=["recipient", "kind", "actor", "about"],
                condition=models.Q(post=None),
                name="notifications_once_a_person",
            ),
        ]


class Rhythm(models.TextChoices):
    """How often a letter sums up what one was told."""

    NEVER = "", _("No letter")
    DAILY = "daily", _("Every day")
    WEEKLY = "weekly", _("On Mondays")


class Screen(models.TextChoices):
    """How much of what one is told may be read by whoever stands beside."""

    CAREFUL = ""
    OPEN = "open"
    SHUT = "shut"


class Choices(models.Model):
    """How one persona wants to be told. Without a row: of everything, in the page, and in no letter."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    # The ways of each topic that is not told as it is at first: "games:0,posts:9".
    ways = models.CharField(max_length=400, blank=True)
    # Between these minutes of the day, and all of these days (0 is Monday), nothing rings; by the reader's clock.
    quiet_from = models.SmallIntegerField(null=True)
    quiet_to = models.SmallIntegerField(null=True)
    quiet_days = models.CharField(max_length=7, blank=True)
    # What devices and letters say of it: see `discretion`.
    screen = models.CharField(max_length=4, choices=Screen.choices, blank=True)
    # When the last letter went out that told of something at once.
    mailed_at = models.DateTimeField(null=True)
    rhythm = models.CharField(max_length=6, choices=Rhythm.choices, blank=True)
    # The hour at which the letter goes out, by the clock of its reader.
    hour = models.SmallIntegerField(default=8)
    due_at = models.DateTimeField(null=True, db_index=True)
    # What the last letter told of, as a position.
    told_up_to = models.BigIntegerField(default=0)
    # Stands in the letters and ends them without signing in. It is drawn by lot and says nothing.
    key = models.CharField(max_length=32, unique=True)


class Sender(models.Model):
    """How one persona is told of what another does, whatever the topic. `loud`: also in quiet hours."""

    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    sender = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+")
    ways = models.SmallIntegerField(default=0)
    loud = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["persona", "sender"], name="notifications_one_sender")]


class Device(models.Model):
    """A browser that takes what `persona` is told, by the push service that made `endpoint` for it (RFC 8030)."""

    id = RandomIdField()
    persona = models.ForeignKey(Persona, on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.CharField(max_length=80)
    endpoint = models.CharField(max_length=1000)
    # The browser's public key and its secret, as RFC 8291 names them, in base64url.
    p256dh = models.CharField(max_length=88)
    auth = models.CharField(max_length=24)
    added_at = models.DateTimeField(auto_now_add=True)
    told_at = models.DateTimeField(null=True)
    # How often in a row its push service did not take what was sent.
    failed = models.SmallIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["persona"], name="notifications_devices_of")]


class Looking(models.Model):
    """Somebody who has a page open, up to a moment that is soon. For what goes out alone: nobody is shown it."""

    persona = models.OneToOneField(Persona, on_delete=models.CASCADE, primary_key=True, related_name="+")
    until = models.DateTimeField()
