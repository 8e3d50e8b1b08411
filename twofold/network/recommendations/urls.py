from django.urls import path

from twofold.network.recommendations.views import one, reading, writing

app_name = "recommendations"

urlpatterns = [
    path("@<handle:handle>/recommendations/", reading.shown, name="shown"),
    path("@<handle:handle>/recommendations/write", writing.write, name="write"),
    path("@<handle:handle>/recommendations/ask", writing.ask, name="ask"),
    path("recommendations/", reading.desk, name="desk"),
    path("recommendations/<id:recommendation_id>/", one.one, name="one"),
    path("recommendations/<id:recommendation_id>/withdraw", one.withdraw, name="withdraw"),
    path("recommendations/<id:recommendation_id>/<str:act>", one.decide, name="decide"),
    path("recommendations/asks/<id:persona_id>/<str:act>", writing.answer_ask, name="answer_ask"),
]
