from django.urls import path

from twofold.network.kin.views import birthdays, family, milestones

app_name = "kin"

urlpatterns = [
    path("family/", family.family, name="family"),
    path("family/<id:kinship_id>/<str:act>/", family.act, name="act"),
    path("birthdays/", birthdays.home, name="birthdays"),
    path("birthdays/mine/", birthdays.mine, name="mine"),
    path("birthdays/@<handle:handle>/", birthdays.card, name="card"),
    path("birthdays/wishes/<id:wish_id>/remove/", birthdays.remove, name="remove"),
    path("wishes/<id:post_id>/", milestones.milestone, name="milestone"),
    path("wishes/taken/<id:greeting_id>/", milestones.remove, name="take_greeting"),
]
