"""Routes that carry nothing anybody shared, and why; the others stand in tests/wall/surfaces.py."""

_OWN_LOGIN = "the pages of one's own login: they show an account to its owner alone"
_ANSWERS = (
    "takes a form and answers with the way to a page of the table, or with the card of a thing already seen"
)
_OWN = (
    "one's own lists and settings; other people stand there with names that the door of personas lets through"
)
_SERVER = "about the server, the same for everybody"
_RECOGNITION = (
    "skills and what is said of them: tests/wall/test_recognition.py looks at these as every viewer"
)
_MESSAGES = "conversations: tests/wall/test_messages.py looks at these as everybody who is in them or not"
_CLIENT_WRITES = "writes, and answers with a status that the reading route shows too"

QUIET = {
    **dict.fromkeys(
        [
            "account_change_password", "account_confirm_login_code", "account_email",
            "account_email_verification_sent", "account_inactive", "account_login", "account_logout",
            "account_reauthenticate", "account_reset_password", "account_reset_password_done",
            "account_reset_password_from_key", "account_reset_password_from_key_done", "account_set_password",
            "account_settings", "account_signup", "account_signup_by_passkey", "accounts:close", "accounts:demo",
            "accounts:end_session", "accounts:language", "accounts:leave", "accounts:settle", "accounts:welcome",
            "mfa_activate_totp", "mfa_add_webauthn", "mfa_authenticate", "mfa_deactivate_totp",
            "mfa_download_recovery_codes", "mfa_edit_webauthn", "mfa_generate_recovery_codes", "mfa_index",
            "mfa_list_webauthn", "mfa_login_webauthn", "mfa_reauthenticate", "mfa_reauthenticate_webauthn",
            "mfa_remove_webauthn", "mfa_signup_webauthn", "mfa_view_recovery_codes", "usersessions_list",
            "api:applications", "api:authorize", "api:choose", "api:end_application", "api:revoke", "api:token",
        ],
        _OWN_LOGIN,
    ),
    **dict.fromkeys(
        [
            "web:manifest", "web:offline", "web:worker",
            "about", "favicon", "health", "keys", "landing", "metrics", "style", "theme", "api:nodeinfo",
            "api:.well-known/nodeinfo", "api:.well-known/oauth-authorization-server", "json:announcements",
            "json:api-root", "json:conversations", "json:custom_emojis", "json:filters",
            "json:first", "json:lists", "json:openapi-json",
            "json:openapi-view", "json:peers", "json:register", "json:rules", "json:second",
            "json:trends", "json:domain_blocks", "json:featured_people", "json:featured_tags",
            "json:notification_requests", "json:of_nobody", "json:translations", "json:activity", "json:policy",
        ],
        _SERVER,
    ),
    **dict.fromkeys(
        [
            "graph:act", "graph:answer", "graph:circle_delete", "graph:circle_member",
            "notifications:choices", "notifications:open", "notifications:read", "notifications:stop",
            "notifications:sender", "notifications:senders", "notifications:stop_mail",
            "web:device", "web:device_act", "web:device_add", "web:share",
            "ranking:counts", "ranking:lean", "ranking:order", "ranking:profiling", "ranking:unhide",
            "ranking:seen", "ranking:unsnooze",
            "suggestions:not_them", "suggestions:reason", "suggestions:shown", "suggestions:undo",
            "messaging:act", "messaging:edit", "messaging:hide", "messaging:keep",
            "messaging:sign", "messaging:take_back", "messaging:unhide",
            "web:answer_story",
            "posts:discard", "posts:keep", "posts:react", "posts:repost", "posts:restore", "posts:save",
            "posts:collect", "posts:drop_collection", "posts:leave_alone", "posts:make_collection", "posts:pin",
            "posts:remember_again", "search:forget", "posts:unlimit", "posts:unpin",
            "posts:sentence", "posts:unreact", "posts:unrepost", "posts:unsave", "posts:unsend",
            "profiles:act", "profiles:arrange",
            "pictures:agree", "pictures:captions", "pictures:decline", "pictures:describe", "pictures:tag",
            "pictures:untag",
        ],
        _ANSWERS,
    ),
    **dict.fromkeys(
        [
            "graph:blocked", "graph:circle", "graph:circles", "graph:followers", "graph:following", "graph:home",
            "graph:muted", "graph:mutual", "graph:requests", "messaging:new", "messaging:settings",
            "posts:draft", "posts:mentions", "posts:new", "ranking:recipe",
            "posts:collection", "posts:limit",
            "profiles:add", "profiles:edit", "profiles:entry", "profiles:portrait", "profiles:reach",
            "json:blocks", "json:followers", "json:following",
            "json:lookup", "json:markers", "json:mutes", "json:preferences",
            "json:relationships", "json:requests", "json:search", "json:set_markers",
            "json:unread", "json:update", "json:verify", "json:groups_unread", "json:followed_tags",
            "json:hashtag", "json:scheduled", "json:scheduled_one", "json:suggestions",
            "json:suggestions_with_sources", "json:in_common",
        ],
        _OWN,
    ),
    **dict.fromkeys(
        [
            "json:accept", "json:block", "json:bookmark", "json:clear", "json:decline",
            "json:delete", "json:describe", "json:dismiss", "json:edit", "json:favourite",
            "json:follow", "json:mute", "json:reblog", "json:take_in", "json:take_in_now",
            "json:unblock", "json:unbookmark", "json:unfavourite", "json:unfollow",
            "json:unmute", "json:unreblog", "json:write", "json:vote", "json:pin", "json:unpin", "json:move",
            "json:call_off", "json:group_dismiss", "json:suggest_no_more", "json:follow_hashtag",
            "json:unfollow_hashtag",
        ],
        _CLIENT_WRITES,
    ),
    **dict.fromkeys(
        ["graph:note", "graph:notes", "graph:tags", "graph:ask_introduction", "graph:introductions",
         "graph:introductions_of", "graph:letter"],
        "a matrix of their own, with everybody who has a part in it: tests/wall/test_ties.py",
    ),
    "web:insiders": "entries that the door lets through, as on their profiles: twofold/network/profiles/tests",
    **dict.fromkeys(
        ["begin_telling", "part_telling", "telling", "tellings"],
        "one's own drafts in both networks, for their author alone: tests/wall/test_tellings.py",
    ),
    "web:guard": "one's own words against one's own two sides: tests/wall/test_guard.py asks what others learn of it",
    "web:path": "people whom the door of personas lets through, and whether they answer one another where one may read",
    "pictures:upload": "one's own file on its way: where it ends, and what came of it; Absent for anybody else",
    "pictures:uploads": "one's own uploads that can be continued",
    **dict.fromkeys(
        [
            "albums:add", "albums:album", "albums:answer", "albums:arrange", "albums:caption", "albums:cover",
            "albums:delete", "albums:edit", "albums:let_go", "albums:new", "albums:people", "albums:put_back",
            "albums:remove", "albums:restore", "media:captions", "media:film", "media:original", "web:photos",
            "web:photos_of_me", "web:profile_photos",
        ],
        "a matrix of their own, with albums, videos and names in it: tests/wall/test_photos.py",
    ),
    **dict.fromkeys(
        [
            "events:afterwards", "events:agenda", "events:answer", "events:arrive", "events:ask_meeting",
            "events:by_link", "events:calendar", "events:cancel", "events:come", "events:dates",
            "events:delete", "events:door", "events:drop_picture", "events:edit", "events:event", "events:feed",
            "events:feeds", "events:file", "events:guest_table", "events:guests", "events:home",
            "events:host_answer", "events:hosts", "events:import", "events:invite", "events:link",
            "events:meet", "events:meeting", "events:new", "events:remove", "events:review", "events:revive",
            "events:schedule", "events:session", "events:session_drop", "events:session_new", "events:ticket",
            "events:undo_import", "events:visitor", "events:visitor_file",
        ],
        "a matrix of their own, with guests, places and calendars in it: tests/wall/test_events.py",
    ),
    **dict.fromkeys(
        ["web:friendship", "web:profile_events", "web:profile_friends", "web:profile_groups"],
        "what two people have in common, for the two: tests/wall/test_friendship.py looks at it as everybody else",
    ),
    **dict.fromkeys(
        ["moderation:case", "moderation:desk", "moderation:exhibit", "moderation:mine", "moderation:on_mine"],
        "for whoever reported, decides or is concerned: tests/wall/test_reports.py looks at them as everybody",
    ),
    **dict.fromkeys(
        [
            "kin:act", "kin:birthdays", "kin:card", "kin:family", "kin:milestone", "kin:mine", "kin:remove",
            "kin:take_greeting",
        ],
        "a matrix of their own, with families, birthdays, milestones and wishes in it: tests/wall/test_kin.py",
    ),
    **dict.fromkeys(
        [
            "stories:delete", "stories:edit", "stories:feel", "stories:highlight", "stories:home", "stories:keep",
            "stories:let_end", "stories:new", "stories:of_person", "stories:seen", "stories:story", "stories:strip",
        ],
        "a matrix of their own, with what ended and what is kept in it: tests/wall/test_stories.py",
    ),
    **dict.fromkeys(
        [
            "games:act", "games:file", "games:game", "games:home", "games:move", "games:new", "games:now",
            "games:quiz", "games:quiz_delete", "games:quiz_new", "games:table", "games:watch", "games:word",
        ],
        "a matrix of their own, of who plays, who watches and who was only asked: tests/wall/test_games.py",
    ),
    **dict.fromkeys(
        [
            "cards:all_file", "cards:card", "cards:card_file", "cards:contact", "cards:contact_file", "cards:desk",
            "cards:edit", "cards:give_back", "cards:renew", "web:give_card", "cards:throw_away", "cards:withdraw",
        ],
        "a matrix of their own, of who was given a card and who was not: tests/wall/test_cards.py",
    ),
    **dict.fromkeys(
        [
            "groups:banner", "groups:by_link", "groups:call", "groups:calls", "groups:close", "groups:decline",
            "groups:desk", "groups:edit", "groups:file_drop", "groups:files", "groups:group", "groups:history",
            "groups:home", "groups:join", "groups:leave", "groups:links", "groups:member", "groups:members",
            "groups:new", "groups:numbers", "groups:picture", "groups:post", "groups:revoke", "groups:sheet",
            "groups:sheet_drop", "groups:sheet_edit", "groups:sheet_new", "groups:sheets",
        ],
        "a matrix of their own, with every role in every kind of group: tests/wall/test_groups.py",
    ),
    **dict.fromkeys(
        [
            "files:get", "files:paper", "projects:act", "projects:activity", "projects:add_file",
            "projects:answer", "projects:board", "projects:check", "projects:drop_file",
            "projects:close", "projects:confirm", "projects:drop", "projects:due", "projects:edit", "projects:find",
            "projects:give",
            "projects:home", "projects:keep", "projects:leave", "projects:list", "projects:month", "projects:move",
            "projects:new", "projects:part", "projects:people", "projects:person", "projects:restore", "projects:say",
            "projects:shape", "projects:task", "projects:tick", "projects:unsay", "projects:write",
        ],
        "a matrix of their own, with every role in every kind of project: tests/wall/test_projects.py",
    ),
    **dict.fromkeys(
        [
            "learning:add_file", "learning:badge", "learning:certificate", "learning:certificates", "learning:chapter",
            "learning:chapter_act", "learning:close", "learning:course", "learning:done", "learning:drop_certificate",
            "learning:drop_file", "learning:edit", "learning:enrol", "learning:figures", "learning:find",
            "learning:home", "learning:import", "learning:leave", "learning:lesson", "learning:lesson_act",
            "learning:make", "learning:make_lesson", "learning:new", "learning:question", "learning:question_act",
            "learning:question_new", "learning:quiz", "learning:say", "learning:show", "learning:state",
            "learning:take_out", "learning:unsay", "learning:write",
        ],
        "a matrix of their own, of drafts, courses for all and for a few: tests/wall/test_learning.py",
    ),
    **dict.fromkeys(
        [
            "mentoring:agree", "mentoring:answer", "mentoring:badge", "mentoring:drop", "mentoring:end",
            "mentoring:file", "mentoring:find", "mentoring:goal", "mentoring:goals", "mentoring:home",
            "mentoring:meeting", "mentoring:mentoring", "mentoring:mine", "mentoring:notes", "mentoring:notice",
            "mentoring:plan", "mentoring:sign", "mentoring:terms",
        ],
        "a matrix of their own, of notices of each reach and of the two: tests/wall/test_mentoring.py",
    ),
    "json:fetch_film": "as json:fetch",
    **dict.fromkeys(["credentials:check", "credentials:did", "credentials:status"], _SERVER),
    **dict.fromkeys(
        [
            "endorsements:answer", "endorsements:change", "endorsements:default", "endorsements:endorse",
            "endorsements:keep", "endorsements:restore", "endorsements:withdraw",
        ],
        _ANSWERS,
    ),
    **dict.fromkeys(["recommendations:answer_ask", "recommendations:decide"], _ANSWERS),
    **dict.fromkeys(["endorsements:desk", "endorsements:given", "recommendations:ask"], _OWN),
    **dict.fromkeys(["profiles:members", "profiles:parts", "profiles:share"], _OWN),
    "profiles:part": _ANSWERS,
    "visits:desk": "who looked at oneself, for oneself alone: tests/wall/test_visits.py asks everybody",
    **dict.fromkeys(
        [
            "messaging:begin", "messaging:inbox", "messaging:line", "messaging:newer", "messaging:people",
            "messaging:talk", "messaging:file", "messaging:laters", "messaging:later", "messaging:pass_on",
            "messaging:names", "messaging:ties", "messaging:beside",
        ],
        _MESSAGES,
    ),
    "company:company": "who writes and who is here: tests/wall/test_company.py asks everybody",
    **dict.fromkeys(["endorsements:badge", "endorsements:skill", "web:ground"], _RECOGNITION),
    **dict.fromkeys(
        ["recommendations:desk", "recommendations:one", "recommendations:withdraw", "recommendations:write"],
        _RECOGNITION,
    ),
    "json:fetch": "opens with a key that only its reader's own status carries, else as for a stranger",
    "profiles:complete": "offers words of the vocabulary, and pages that the door of personas lets through",
    **dict.fromkeys(
        ["cv:sheet", "cv:file"],
        "the profile in another form, by the same reads: surfaces/cv/tests hold both to what the profile shows",
    ),
    **dict.fromkeys(["cv:begin", "cv:review", "cv:undo"], "a file of one's own, before anybody else sees of it"),
    **dict.fromkeys(
        [
            "pages:home", "pages:new", "pages:edit", "pages:close", "pages:portrait", "pages:team", "pages:change",
            "pages:answer", "pages:domains", "pages:domain", "pages:write", "pages:post_edit", "pages:remove",
            "pages:numbers", "web:organisation_news",
        ],
        "for those who run a page alone, or about oneself: tests/wall/test_organisations.py asks everybody",
    ),
    "web:organisation_people": "entries by their own audience: tests/wall/test_organisations.py asks everybody",
    "web:answer_suspension": "takes a form of whoever is suspended, and leads to the front of the network",
    "web:view_as": "one's own profile, through a stand-in: surfaces/web/tests/test_view_as.py compares",
    **dict.fromkeys(
        [
            "jobs:desk", "web:job_new", "web:job_edit", "jobs:preview", "jobs:step", "jobs:mine", "jobs:mine_one",
            "jobs:memo", "jobs:withdraw", "jobs:receipt", "jobs:file", "jobs:paper", "jobs:undo",
            "jobs:hiring", "jobs:received", "jobs:remark", "web:job_part",
            "jobs:move", "jobs:pipeline", "jobs:move_many", "jobs:table", "web:apply", "web:job", "web:jobs",
            "web:organisation_jobs", "jobs:save", "jobs:unsave", "jobs:keep_search", "jobs:search",
            "jobs:change_search", "jobs:rss", "jobs:json", "jobs:score", "jobs:reply", "jobs:slots", "jobs:take_slot",
            "jobs:interview", "jobs:templates", "jobs:drop_template", "jobs:outside", "jobs:outside_new",
            "jobs:outside_drop",
        ],
        "a matrix of their own, with hiring teams and applicants: tests/wall/test_jobs.py",
    ),
    **dict.fromkeys(
        [
            "advice:act", "advice:act_guide", "advice:act_hour", "advice:drop", "advice:drop_guide", "advice:edit",
            "advice:edit_answer", "advice:edit_guide", "advice:follow", "advice:guide", "advice:guides", "advice:hour",
            "advice:hour_file", "advice:hours", "advice:invite", "advice:new_guide", "advice:offer", "web:advice",
            "web:ask_advice", "web:question",
        ],
        "a matrix of their own, with what is kept from employers in it: tests/wall/test_advice.py",
    ),
    **dict.fromkeys(
        ["salaries:drop", "salaries:edit", "salaries:home", "salaries:new"],
        "one's own entries, and figures of ten or more: tests/wall/test_salaries.py",
    ),
    "web:referrals": "entries that the door lets through, for oneself: tests/wall/test_candidates.py asks everybody",
    "web:candidates": "who is open to work for whoever looks: tests/wall/test_candidates.py asks everybody",
    "web:openness": "one's own; what others see of it: tests/wall/test_openness.py asks everybody",
    "live:stream": "says that something changed, never what",
    "media:portrait": "pictures of personas, under names that nobody can guess: docs/decisions tells why",
}  # fmt: skip
