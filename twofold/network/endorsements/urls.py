from django.urls import path

from twofold.network.endorsements.views import desk, reading

app_name = "endorsements"

urlpatterns = [
    path("@<handle:handle>/skills/", reading.skills, name="skills"),
    path("skills/", desk.desk, name="desk"),
    path("skills/default", desk.default, name="default"),
    path("skills/given/", reading.given, name="given"),
    path("skills/<id:skill_id>/", reading.skill, name="skill"),
    path("skills/<id:skill_id>/endorse", reading.endorse, name="endorse"),
    path("skills/<id:skill_id>/restore", desk.restore, name="restore"),
    path("skills/<id:skill_id>/<str:act>", desk.change, name="change"),
    path("endorsements/<id:endorsement_id>/withdraw", reading.withdraw, name="withdraw"),
    path("endorsements/<id:endorsement_id>/<str:act>", reading.keep, name="keep"),
    path("grounds/<id:evidence_id>/badge.<str:form>", reading.badge, name="badge"),
    path("grounds/<id:evidence_id>/<str:act>", desk.answer, name="answer"),
]
