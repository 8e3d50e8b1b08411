from django.urls import path

from twofold.reach.suggestions.views import refusing, showing

app_name = "suggestions"

urlpatterns = [
    path("", showing.people, name="people"),
    path("worth/", showing.worth, name="worth"),
    path("not/<id:persona_id>", refusing.person, name="not_them"),
    path("reason", refusing.reason, name="reason"),
    path("refusals/<int:refusal_id>/undo", refusing.undo, name="undo"),
    path("shown", refusing.shown, name="shown"),
]
