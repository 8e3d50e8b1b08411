from django.urls import path

from twofold.network.learning.views import certificates, making, reading, shaping, taking

app_name = "learning"

urlpatterns = [
    path("", reading.home, name="home"),
    path("new/", making.new, name="new"),
    path("import/", making.take_in, name="import"),
    path("certificates/", certificates.certificates, name="certificates"),
    path("certificates/<id:certificate_id>/", certificates.certificate, name="certificate"),
    path("certificates/<id:certificate_id>/show/", certificates.show, name="show"),
    path("certificates/<id:certificate_id>/drop/", certificates.drop, name="drop_certificate"),
    path("certificates/<id:certificate_id>/badge.<str:form>", certificates.badge, name="badge"),
    path("lesson/<id:lesson_id>/", reading.find, name="find"),
    path("<id:course_id>/", reading.course, name="course"),
    path("<id:course_id>/enrol/", taking.enrol, name="enrol"),
    path("<id:course_id>/leave/", taking.leave, name="leave"),
    path("<id:course_id>/lessons/<id:lesson_id>/", reading.lesson, name="lesson"),
    path("<id:course_id>/lessons/<id:lesson_id>/done/", taking.done, name="done"),
    path("<id:course_id>/lessons/<id:lesson_id>/quiz/", taking.quiz, name="quiz"),
    path("<id:course_id>/lessons/<id:lesson_id>/say/", taking.say, name="say"),
    path("<id:course_id>/lessons/<id:lesson_id>/say/<id:remark_id>/", taking.unsay, name="unsay"),
    path("<id:course_id>/edit/", making.edit, name="edit"),
    path("<id:course_id>/state/<str:act>/", making.state, name="state"),
    path("<id:course_id>/close/", making.close, name="close"),
    path("<id:course_id>/figures/", making.figures, name="figures"),
    path("<id:course_id>/people/<id:persona_id>/out/", making.take_out, name="take_out"),
    path("<id:course_id>/make/", shaping.make, name="make"),
    path("<id:course_id>/make/chapters/", shaping.chapter, name="chapter"),
    path("<id:course_id>/make/chapters/<id:chapter_id>/<str:act>/", shaping.chapter_act, name="chapter_act"),
    path("<id:course_id>/make/lessons/", shaping.write, name="write"),
    path("<id:course_id>/make/lessons/<id:lesson_id>/", shaping.lesson, name="make_lesson"),
    path("<id:course_id>/make/lessons/<id:lesson_id>/act/<str:act>/", shaping.lesson_act, name="lesson_act"),
    path("<id:course_id>/make/lessons/<id:lesson_id>/files/", shaping.add_file, name="add_file"),
    path(
        "<id:course_id>/make/lessons/<id:lesson_id>/files/<id:file_id>/drop/",
        shaping.drop_file,
        name="drop_file",
    ),
    path("<id:course_id>/make/lessons/<id:lesson_id>/questions/", shaping.question, name="question_new"),
    path(
        "<id:course_id>/make/lessons/<id:lesson_id>/questions/<id:question_id>/",
        shaping.question,
        name="question",
    ),
    path(
        "<id:course_id>/make/lessons/<id:lesson_id>/questions/<id:question_id>/<str:act>/",
        shaping.question_act,
        name="question_act",
    ),
]
