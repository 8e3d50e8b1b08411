"""Which pages are looked at. Those that hang on what the demo network holds are found by following links."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Sight:
    """A page: `name` for its picture, `path` with {network}; `found_on` and `link` find it by following a link."""

    name: str
    path: str = ""
    found_on: str = ""
    link: str = ""
    status: int = 200
    # Only the demo network holds what it shows.
    demo: bool = False


OUTSIDE = [
    Sight("landing", "/"),
    Sight("about", "/about"),
    Sight("sign-in", "/account/login/"),
    Sight("sign-up", "/account/signup/"),
    Sight("forgotten-password", "/account/password/reset/"),
]

ANYONE = [
    Sight("stranger-profile", "/{network}/@{other}/"),
    Sight("absent", "/{network}/nothing-here/", status=404),
]

OWN = [
    Sight("settings", "/settings/"),
    Sight("sessions", "/account/sessions/"),
    Sight("second-factor", "/account/2fa/"),
    Sight("e-mail", "/account/email/"),
    Sight("password", "/account/password/change/"),
    Sight("keyboard", "/keys"),
    Sight("tellings", "/tellings/"),
    Sight("telling", "/tellings/new/job/"),
]

INSIDE = [
    Sight("home", "/{network}/"),
    Sight("compose", "/{network}/posts/new"),
    Sight("limit past posts", "/{network}/posts/limit"),
    Sight("receipt", found_on="/{network}/@{me}/activity/", link="article.post a[href$='/receipt']"),
    Sight("elsewhere", found_on="/{network}/", link="article.post a[href$='/elsewhere']"),
    Sight("mentions", "/social/mentions/"),
    Sight("memories", "/{network}/memories/"),
    Sight("profile-own", "/{network}/@{me}/"),
    Sight("profile-edit", "/{network}/@{me}/edit"),
    Sight("profile-other", "/{network}/@{other}/"),
    Sight("thread", found_on="/{network}/", link="article.post a:has(time)"),
    Sight("tag", found_on="/{network}/", link="a.hashtag, a[href*='/tags/']"),
    Sight("filters", "/{network}/feed/filters/"),
    Sight("less", found_on="/{network}/", link="a[href*='/feed/less/']"),
    Sight("catch-up", "/{network}/feed/catch-up/"),
    Sight("tune", "/{network}/feed/tune/"),
    Sight("why", found_on="/{network}/", link="a[href*='/feed/why/']"),
    Sight("people", "/{network}/people/"),
    Sight("suggestions", "/{network}/suggestions/"),
    Sight("worth-a-look", "/{network}/suggestions/worth/"),
    Sight("requests", "/{network}/people/requests/"),
    Sight("find", "/{network}/people/find/"),
    Sight("following", "/{network}/people/following/"),
    Sight("circles", "/{network}/people/circles/"),
    Sight("milestone", found_on="/{network}/", link="a[href*='/wishes/']", demo=True),
    Sight("photos", "/social/photos/"),
    Sight("photos-of-me", "/social/photos/of-me/"),
    Sight("album", found_on="/social/photos/", link=".album-card a", demo=True),
    Sight("photo", found_on="/social/@nadi/photos/", link=".tile a", demo=True),
    Sight("stories", "/social/stories/"),
    Sight("story-new", "/social/stories/new"),
    Sight("story", found_on="/social/stories/", link=".rings a.ring:not(.none)", demo=True),
    Sight("reports", "/{network}/reports/"),
    Sight("report", found_on="/{network}/", link="article.post a[href*='/reports/new/']"),
    Sight("reports-desk", "/social/reports/desk/", demo=True),
    Sight("report-case", found_on="/social/reports/desk/", link="a.report-way", demo=True),
    Sight("friendship", found_on="/social/people/", link="a[href$='/friendship/']", demo=True),
    Sight("profile-friends", "/social/@nadi/friends/", demo=True),
    Sight("profile-groups", "/social/@nadi/groups/", demo=True),
    Sight("profile-events", "/social/@nadi/events/", demo=True),
    Sight("family", "/social/family/"),
    Sight("birthdays", "/social/birthdays/"),
    Sight("birthday-own", "/social/birthdays/mine/"),
    Sight("birthday-card", found_on="/social/birthdays/", link="main a[href*='/birthdays/@']", demo=True),
    Sight("games", "/social/games/"),
    Sight("game-new", "/social/games/new"),
    Sight("games-table", "/social/games/table"),
    Sight("quiz-new", "/social/games/quizzes/new"),
    Sight("quiz", found_on="/social/games/", link="main a[href*=quizzes]:has(b)", demo=True),
    Sight("game-word", "/social/games/word?in=nl"),
    Sight("game", found_on="/social/games/", link="a.versus", demo=True),
    Sight("events", "/{network}/events/"),
    Sight("events-all", "/{network}/events/?tab=find", demo=True),
    Sight("groups", "/{network}/groups/"),
    Sight("group-new", "/{network}/groups/new/"),
    Sight("group", found_on="/{network}/groups/", link=".group-row .name a", demo=True),
    Sight("cards", "/professional/cards/"),
    Sight("card-edit", "/professional/cards/edit"),
    Sight("card-kept", found_on="/professional/cards/", link="#kept .name a", demo=True),
    Sight("projects", "/professional/projects/"),
    Sight("project-new", "/professional/projects/new/"),
    Sight("board", found_on="/professional/projects/", link="#mine .name a", demo=True),
    Sight("learning", "/professional/learning/"),
    Sight("course-new", "/professional/learning/new/"),
    Sight("course-import", "/professional/learning/import/"),
    Sight("certificates", "/professional/learning/certificates/"),
    Sight("course", found_on="/professional/learning/", link="#courses h3 a", demo=True),
    Sight("lesson", found_on="/professional/learning/", link=".course-next a", demo=True),
    Sight("course-make", found_on="/professional/learning/", link="#taught a.soft", demo=True),
    Sight("course-figures", found_on="/professional/learning/", link="#taught a.quiet", demo=True),
    Sight("mentoring", "/professional/mentoring/"),
    Sight("mentoring-find", "/professional/mentoring/find/offer/"),
    Sight("mentoring-mine", "/professional/mentoring/mine/offer/"),
    Sight("mentoring-pair", found_on="/professional/mentoring/", link="#going a.soft", demo=True),
    Sight("mentoring-notice", found_on="/professional/mentoring/", link="#mentors a.soft", demo=True),
    Sight("calendar", "/{network}/events/calendar/"),
    Sight("calendar-week", "/{network}/events/calendar/?view=week"),
    Sight("calendar-agenda", "/{network}/events/calendar/?view=agenda"),
    Sight("calendar-addresses", "/{network}/events/calendar/addresses/"),
    Sight("calendar-import", "/{network}/events/calendar/import/"),
    Sight("event-new", "/{network}/events/new"),
    Sight("event", found_on="/{network}/events/?tab=find", link=".event-lines h2 a", demo=True),
    Sight("mutual", "/{network}/people/@{other}/mutual/"),
    Sight("path", "/{network}/people/@{far}/path/"),
    Sight("insiders", "/professional/people/there/?where=Rijn"),
    Sight("introductions", "/{network}/people/introductions/"),
    Sight("introduction", "/{network}/people/@{far}/introduction/"),
    Sight("letter", found_on="/{network}/people/introductions/", link="#letters a.btn", demo=True),
    Sight("notes", "/{network}/people/notes/"),
    Sight("note", found_on="/{network}/people/notes/", link="#people a.btn", demo=True),
    Sight("muted", "/{network}/people/muted/"),
    Sight("blocked", "/{network}/people/blocked/"),
    Sight("search", "/{network}/search/"),
    Sight("search-found", "/{network}/search/?q=the"),
    Sight("search-nothing", "/{network}/search/?q=zzzyyyxxx"),
    Sight("messages", "/{network}/messages/"),
    Sight("message-new", "/{network}/messages/new"),
    Sight("messages-later", "/{network}/messages/later/"),
    Sight("message-settings", "/{network}/messages/settings"),
    Sight("message-begin", "/{network}/messages/with/@{far}/"),
    Sight("conversation", found_on="/{network}/messages/", link=".talk-line", demo=True),
    Sight(
        "conversation-group", found_on="/{network}/messages/", link=".talk-line:has(.talk-group)", demo=True
    ),
    Sight("requests-of-strangers", "/{network}/messages/?in=requests"),
    Sight("notifications", "/{network}/notifications/"),
    Sight("notification-choices", "/{network}/notifications/choices/"),
    Sight("device", "/{network}/app/"),
    Sight("offline", "/{network}/app/offline"),
    Sight("parts", "/professional/projects/parts/"),
    Sight("visits", "/professional/visits/"),
    Sight("jobs", "/professional/jobs/?what=water+OR+data&pay=30000&workplace=hybrid"),
    Sight("job", found_on="/professional/jobs/", link=".job-row h3 a", demo=True),
    Sight("jobs-desk", "/professional/jobs/at/@delta.works/", demo=True),
    Sight("jobs-words", "/professional/jobs/at/@delta.works/words/", demo=True),
    Sight(
        "jobs-board",
        found_on="/professional/jobs/at/@delta.works/",
        link="a[href*='/applications/']",
        demo=True,
    ),
    Sight("jobs-elsewhere", "/professional/jobs/mine/elsewhere/new/"),
    Sight(
        "application", found_on="/professional/jobs/mine/", link="a[href*='/jobs/mine/']:has(bdi)", demo=True
    ),
    Sight("job-new", "/professional/jobs/at/@delta.works/new/", demo=True),
    Sight("candidates", "/professional/jobs/at/@delta.works/people/", demo=True),
    Sight("advice", "/professional/advice/"),
    Sight("advice-ask", "/professional/advice/ask/"),
    Sight("question", found_on="/professional/advice/", link=".ask-line h3 a", demo=True),
    Sight("guides", "/professional/advice/guides/"),
    Sight("guide", found_on="/professional/advice/guides/", link=".guide-tile h3 a", demo=True),
    Sight("guide-new", "/professional/advice/guides/new/"),
    Sight("hours", "/professional/advice/hours/"),
    Sight("hours-offer", "/professional/advice/hours/new/"),
    Sight("hour", found_on="/professional/advice/hours/", link="a[href*='/hours/']:has(span)", demo=True),
    Sight("pay", "/professional/pay/"),
    Sight("pay-new", "/professional/pay/new/"),
    Sight("skills-own", "/professional/skills/"),
    Sight("skills-given", "/professional/skills/given/"),
    Sight("recommendations-own", "/professional/recommendations/"),
    Sight("recommendations-given", "/professional/recommendations/?tab=given"),
    Sight("recommendations-asked", "/professional/recommendations/?tab=requests"),
    Sight(
        "recommendation",
        found_on="/professional/recommendations/",
        link="main a[href*='/recommendations/']:has-text('decide')",
        demo=True,
    ),
    Sight("skill", found_on="/professional/skills/", link="#mine b a", demo=True),
    Sight("badge-check", "/credentials/check"),
    Sight("cv", "/professional/@nadia.okafor/cv/", demo=True),
    Sight("cv-import", "/professional/@nadia.okafor/cv/import/", demo=True),
    Sight("profile-add", "/professional/@nadia.okafor/add/experience/", demo=True),
    Sight("view-as", "/{network}/@{me}/as/?as=anyone", demo=True),
    Sight("open-to-work", "/professional/open/work/", demo=True),
    Sight("pages", "/{network}/pages/", demo=True),
    Sight("page", "/professional/@delta.works/", demo=True),
    Sight("page-people", "/professional/@delta.works/people/", demo=True),
    Sight("page-desk", "/professional/pages/@delta.works/write/", demo=True),
    Sight("page-team", "/professional/pages/@delta.works/team/", demo=True),
    Sight("page-figures", "/professional/pages/@delta.works/numbers/", demo=True),
    Sight("page-domains", "/professional/pages/@delta.works/domains/", demo=True),
    Sight("saved", "/{network}/saved/"),
    Sight("drafts", "/{network}/drafts/"),
    Sight("apps", "/{network}/apps/"),
]


def address(page: Page, base: str, sight: Sight, names: dict[str, str]) -> str | None:
    """Where `sight` is, on this server, for these people; None when no link leads there."""
    if sight.path:
        return base + sight.path.format(**names)
    page.goto(base + sight.found_on.format(**names))
    links = page.locator(sight.link)
    href = links.first.get_attribute("href") if links.count() else None
    return base + href if href else None
