from django.urls import path

from twofold.network.advice.views import guides, hours, questions

app_name = "advice"

urlpatterns = [
    path("guides/", guides.home, name="guides"),
    path("guides/new/", guides.new, name="new_guide"),
    path("guides/<id:guide_id>/", guides.guide, name="guide"),
    path("guides/<id:guide_id>/edit/", guides.edit, name="edit_guide"),
    path("guides/<id:guide_id>/sure/", guides.drop, name="drop_guide"),
    path("guides/<id:guide_id>/do/<str:act>/", guides.act, name="act_guide"),
    path("hours/", hours.home, name="hours"),
    path("hours/new/", hours.new, name="offer"),
    path("hours/<id:hour_id>/", hours.one, name="hour"),
    path("hours/<id:hour_id>/do/<str:act>/", hours.act, name="act_hour"),
    path("hours/<id:hour_id>/hour.ics", hours.file, name="hour_file"),
    path("answers/<id:answer_id>/edit/", questions.edit_answer, name="edit_answer"),
    path("answers/<id:answer_id>/do/<str:act>/", questions.act, name="act"),
    path("<id:question_id>/edit/", questions.edit, name="edit"),
    path("<id:question_id>/sure/", questions.drop, name="drop"),
    path("<id:question_id>/follow/", questions.follow, name="follow"),
    path("<id:question_id>/invite/", questions.invite, name="invite"),
]
