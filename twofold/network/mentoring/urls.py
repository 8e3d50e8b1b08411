from django.urls import path

from twofold.network.mentoring.views import finding, meeting, together

app_name = "mentoring"

urlpatterns = [
    path("", finding.home, name="home"),
    path("find/<str:side>/", finding.find, name="find"),
    path("mine/<str:side>/", finding.mine, name="mine"),
    path("notice/<id:notice_id>/", finding.notice, name="notice"),
    path("<id:mentoring_id>/", together.mentoring, name="mentoring"),
    path("<id:mentoring_id>/answer/<str:act>/", together.answer, name="answer"),
    path("<id:mentoring_id>/terms/", together.terms, name="terms"),
    path("<id:mentoring_id>/agree/", together.agree, name="agree"),
    path("<id:mentoring_id>/goals/", together.goals, name="goals"),
    path("<id:mentoring_id>/goals/<id:goal_id>/<str:act>/", together.goal, name="goal"),
    path("<id:mentoring_id>/meetings/", meeting.plan, name="plan"),
    path("<id:mentoring_id>/meetings/<id:meeting_id>/", meeting.meeting, name="meeting"),
    path("<id:mentoring_id>/meetings/<id:meeting_id>/notes/", meeting.notes, name="notes"),
    path("<id:mentoring_id>/meetings/<id:meeting_id>/drop/", meeting.drop, name="drop"),
    path("<id:mentoring_id>/meetings/<id:meeting_id>/meeting.ics", meeting.file, name="file"),
    path("<id:mentoring_id>/end/", together.end, name="end"),
    path("<id:mentoring_id>/sign/", together.sign, name="sign"),
    path("<id:mentoring_id>/badge.<str:form>", together.badge, name="badge"),
]
