from django.urls import path, re_path

from twofold.network.profiles.views import completing, entries, members, sharing, words

app_name = "profiles"

urlpatterns = [
    path("complete/<str:what>/", completing.complete, name="complete"),
    path("@<handle:handle>/edit/", words.edit, name="edit"),
    path("@<handle:handle>/add/<str:kind>/", entries.add, name="add"),
    path("@<handle:handle>/reach/<str:kind>/", entries.reach, name="reach"),
    path("@<handle:handle>/arrange/<str:kind>/", entries.arrange, name="arrange"),
    path("@<handle:handle>/entry/<id:entry_id>/", entries.change, name="entry"),
    path("@<handle:handle>/entry/<id:entry_id>/members/", members.members, name="members"),
    path("@<handle:handle>/entry/<id:entry_id>/share/", sharing.share, name="share"),
    path("projects/parts/", members.asked, name="parts"),
    path("projects/parts/<id:member_id>/<str:act>/", members.answer, name="part"),
    path("@<handle:handle>/entry/<id:entry_id>/<str:act>/", entries.act, name="act"),
    re_path(r"^@(?P<handle>[^/@\s]{1,60})/(?P<shape>picture|banner)/$", words.portrait, name="portrait"),
]
