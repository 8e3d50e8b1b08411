from django.urls import path

from twofold.network.projects.views import making, people, reading, shaping, tasks

app_name = "projects"

urlpatterns = [
    path("", reading.home, name="home"),
    path("new/", making.new, name="new"),
    path("task/<id:task_id>/", tasks.find, name="find"),
    path("<id:project_id>/", reading.board, name="board"),
    path("<id:project_id>/list/", reading.listing, name="list"),
    path("<id:project_id>/month/", reading.month, name="month"),
    path("<id:project_id>/activity/", reading.activity, name="activity"),
    path("<id:project_id>/people/", people.people, name="people"),
    path("<id:project_id>/people/<id:persona_id>/<str:act>/", people.person, name="person"),
    path("<id:project_id>/part/", people.part, name="part"),
    path("<id:project_id>/answer/<str:act>/", people.answer, name="answer"),
    path("<id:project_id>/leave/", people.leave, name="leave"),
    path("<id:project_id>/edit/", making.edit, name="edit"),
    path("<id:project_id>/close/", making.close, name="close"),
    path("<id:project_id>/confirm/", making.confirm, name="confirm"),
    path("<id:project_id>/shape/", shaping.shape, name="shape"),
    path("<id:project_id>/shape/<str:kind>/", shaping.keep, name="keep"),
    path("<id:project_id>/shape/<str:kind>/<id:thing_id>/<str:act>/", shaping.act, name="act"),
    path("<id:project_id>/tasks/", tasks.write, name="write"),
    path("<id:project_id>/tasks/<id:task_id>/", tasks.task, name="task"),
    path("<id:project_id>/tasks/<id:task_id>/move/", tasks.move, name="move"),
    path("<id:project_id>/tasks/<id:task_id>/due/", tasks.due, name="due"),
    path("<id:project_id>/tasks/<id:task_id>/give/", tasks.give, name="give"),
    path("<id:project_id>/tasks/<id:task_id>/checks/", tasks.check, name="check"),
    path("<id:project_id>/tasks/<id:task_id>/checks/<id:check_id>/<str:act>/", tasks.tick, name="tick"),
    path("<id:project_id>/tasks/<id:task_id>/files/", tasks.add_file, name="add_file"),
    path("<id:project_id>/tasks/<id:task_id>/files/<id:file_id>/drop/", tasks.drop_file, name="drop_file"),
    path("<id:project_id>/tasks/<id:task_id>/notes/", tasks.say, name="say"),
    path("<id:project_id>/tasks/<id:task_id>/notes/<id:note_id>/", tasks.unsay, name="unsay"),
    path("<id:project_id>/tasks/<id:task_id>/drop/", tasks.drop, name="drop"),
    path("<id:project_id>/tasks/<id:task_id>/restore/", tasks.restore, name="restore"),
]
