from django.urls import path, re_path

from twofold.network.pages.views import domains, making, posting, team

app_name = "pages"

urlpatterns = [
    path("", making.home, name="home"),
    path("new/", making.new, name="new"),
    path("@<handle:handle>/edit/", making.edit, name="edit"),
    path("@<handle:handle>/close/", making.close, name="close"),
    re_path(r"^@(?P<handle>[^/@\s]{1,60})/(?P<shape>picture|banner)/$", making.portrait, name="portrait"),
    path("@<handle:handle>/team/", team.team, name="team"),
    path("@<handle:handle>/team/<id:role_id>/<str:act>/", team.change, name="change"),
    path("@<handle:handle>/answer/<str:said>/", team.answer, name="answer"),
    path("@<handle:handle>/domains/", domains.domains, name="domains"),
    path("@<handle:handle>/domains/<id:domain_id>/<str:act>/", domains.change, name="domain"),
    path("@<handle:handle>/write/", posting.write, name="write"),
    path("@<handle:handle>/write/<id:post_id>/", posting.edit, name="post_edit"),
    path("@<handle:handle>/write/<id:post_id>/<str:act>/", posting.remove, name="remove"),
    path("@<handle:handle>/numbers/", posting.figures, name="numbers"),
]
