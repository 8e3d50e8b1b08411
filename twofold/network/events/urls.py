from django.urls import path

from twofold.network.events.views import agenda, calendar, dates, events, guests, lists, making

app_name = "events"

urlpatterns = [
    path("", lists.home, name="home"),
    path("new", making.new, name="new"),
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/addresses/", calendar.feeds, name="feeds"),
    path("calendar/import/", calendar.begin_import, name="import"),
    path("calendar/import/<id:import_id>/", calendar.review, name="review"),
    path("calendar/import/<id:import_id>/undo", calendar.undo_import, name="undo_import"),
    path("feed/<str:secret>.ics", calendar.feed, name="feed"),
    path("by/<str:secret>/", guests.by_link, name="by_link"),
    path("<id:event_id>/", events.event, name="event"),
    path("<id:event_id>/agenda/", agenda.agenda, name="agenda"),
    path("<id:event_id>/agenda/new", agenda.session, name="session_new"),
    path("<id:event_id>/agenda/schedule", agenda.schedule, name="schedule"),
    path("<id:event_id>/agenda/<id:session_id>/", agenda.session, name="session"),
    path("<id:event_id>/agenda/<id:session_id>/drop", agenda.drop, name="session_drop"),
    path("<id:event_id>/dates/", dates.dates, name="dates"),
    path("<id:event_id>/edit", making.edit, name="edit"),
    path("<id:event_id>/cancel", events.cancel, name="cancel"),
    path("<id:event_id>/revive", events.revive, name="revive"),
    path("<id:event_id>/delete", events.delete, name="delete"),
    path("<id:event_id>/event.ics", events.file, name="file"),
    path("<id:event_id>/answer", guests.answer, name="answer"),
    path("<id:event_id>/guests/", guests.guests, name="guests"),
    path("<id:event_id>/remove", guests.remove, name="remove"),
    path("<id:event_id>/invite/", guests.invite, name="invite"),
    path("<id:event_id>/link", guests.link, name="link"),
    path("<id:event_id>/hosts/", guests.hosts, name="hosts"),
    path("<id:event_id>/host", guests.host_answer, name="host_answer"),
]
