from django.urls import path

from twofold.care.moderation.views import desk, reporting

app_name = "moderation"

urlpatterns = [
    path("", reporting.mine, name="mine"),
    path("new/<str:kind>/<id:thing_id>/", reporting.new, name="new"),
    path("on-mine/", reporting.on_mine, name="on_mine"),
    path("desk/", desk.desk, name="desk"),
    path("desk/<id:case_id>/", desk.case, name="case"),
    path("desk/<id:case_id>/<id:report_id>/<int:place>.webp", desk.exhibit, name="exhibit"),
]
