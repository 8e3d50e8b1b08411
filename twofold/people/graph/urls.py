from django.urls import path

from twofold.people.graph.views import acts, circles, introductions, lists, notes

app_name = "graph"

urlpatterns = [
    path("", lists.home, name="home"),
    path("requests/", lists.requests, name="requests"),
    path("followers/", lists.followers, name="followers"),
    path("following/", lists.following, name="following"),
    path("find/", lists.find, name="find"),
    path("blocked/", lists.blocked, name="blocked"),
    path("muted/", lists.muted, name="muted"),
    path("notes/", notes.notes, name="notes"),
    path("tags/", notes.tags, name="tags"),
    path("introductions/", introductions.introductions, name="introductions"),
    path("introductions/<str:which>/", introductions.introductions, name="introductions_of"),
    path("letters/<id:hop_id>/", introductions.letter, name="letter"),
    path("letters/<id:hop_id>/<str:act>/", introductions.answer, name="answer"),
    path("circles/", circles.circles, name="circles"),
    path("circles/<id:circle_id>/", circles.circle, name="circle"),
    path("circles/<id:circle_id>/delete/", circles.circle_delete, name="circle_delete"),
    path("circles/<id:circle_id>/<str:change>/<id:persona_id>/", circles.circle_member, name="circle_member"),
    path("@<handle:handle>/mutual/", lists.mutual, name="mutual"),
    path("@<handle:handle>/introduction/", introductions.ask, name="ask_introduction"),
    path("<id:persona_id>/note/", notes.note, name="note"),
    path("<id:persona_id>/<str:act>/", acts.act, name="act"),
]
