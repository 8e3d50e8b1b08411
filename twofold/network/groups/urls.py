from django.urls import path

from twofold.network.groups.views import desk, joining, making, reading, together

app_name = "groups"

urlpatterns = [
    path("", reading.home, name="home"),
    path("new/", making.new, name="new"),
    path("by/<str:secret>/", joining.by_link, name="by_link"),
    path("<id:group_id>/", reading.group, name="group"),
    path("<id:group_id>/members/", reading.members, name="members"),
    path("<id:group_id>/join/", joining.join, name="join"),
    path("<id:group_id>/decline/", joining.decline, name="decline"),
    path("<id:group_id>/leave/", joining.leave, name="leave"),
    path("<id:group_id>/edit/", making.edit, name="edit"),
    path("<id:group_id>/picture/", making.portrait, {"shape": "picture"}, name="picture"),
    path("<id:group_id>/banner/", making.portrait, {"shape": "banner"}, name="banner"),
    path("<id:group_id>/close/", making.close, name="close"),
    path("<id:group_id>/desk/", desk.desk, name="desk"),
    path("<id:group_id>/members/<id:persona_id>/<str:act>/", desk.member, name="member"),
    path("<id:group_id>/posts/<id:post_id>/<str:act>/", desk.post, name="post"),
    path("<id:group_id>/pages/", together.sheets, name="sheets"),
    path("<id:group_id>/pages/new/", together.sheet_new, name="sheet_new"),
    path("<id:group_id>/pages/<id:sheet_id>/", together.sheet, name="sheet"),
    path("<id:group_id>/pages/<id:sheet_id>/edit/", together.sheet_edit, name="sheet_edit"),
    path("<id:group_id>/pages/<id:sheet_id>/history/", together.history, name="history"),
    path("<id:group_id>/pages/<id:sheet_id>/drop/", together.sheet_drop, name="sheet_drop"),
    path("<id:group_id>/files/", together.files, name="files"),
    path("<id:group_id>/files/<id:file_id>/drop/", together.file_drop, name="file_drop"),
    path("<id:group_id>/calls/", together.calls, name="calls"),
    path("<id:group_id>/calls/<id:call_id>/<str:act>/", together.call, name="call"),
    path("<id:group_id>/numbers/", together.numbers, name="numbers"),
    path("<id:group_id>/links/", desk.link, name="links"),
    path("<id:group_id>/links/<id:link_id>/revoke/", desk.revoke, name="revoke"),
]
