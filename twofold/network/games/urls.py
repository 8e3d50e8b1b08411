from django.urls import path

from twofold.network.games.views import lists, play, quizzes, word

app_name = "games"

urlpatterns = [
    path("", lists.home, name="home"),
    path("new", lists.new, name="new"),
    path("word", word.word, name="word"),
    path("quizzes/new", quizzes.new, name="quiz_new"),
    path("quizzes/<id:quiz_id>/", quizzes.quiz, name="quiz"),
    path("quizzes/<id:quiz_id>/delete", quizzes.delete, name="quiz_delete"),
    path("table", lists.table, name="table"),
    path("<id:game_id>/", play.game, name="game"),
    path("<id:game_id>/now", play.now, name="now"),
    path("<id:game_id>/move", play.move, name="move"),
    path("<id:game_id>/act", play.act, name="act"),
    path("<id:game_id>/watch", play.watch, name="watch"),
    path("<id:game_id>/file", play.file, name="file"),
]
