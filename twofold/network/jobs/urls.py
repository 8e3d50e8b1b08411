from django.urls import path

from twofold.network.jobs.views import desk, feeds, judging, mine, outside, pipeline, saving

app_name = "jobs"

urlpatterns = [
    path("at/@<handle:handle>/", desk.home, name="desk"),
    path("at/@<handle:handle>/words/", judging.templates, name="templates"),
    path("words/<id:template_id>/drop/", judging.drop_template, name="drop_template"),
    path("feed.rss", feeds.rss, name="rss"),
    path("feed.json", feeds.json, name="json"),
    path("searches/keep/", saving.keep, name="keep_search"),
    path("searches/<id:search_id>/", saving.look, name="search"),
    path("searches/<id:search_id>/<str:act>/", saving.change, name="change_search"),
    path("mine/", mine.home, name="mine"),
    path("mine/elsewhere/new/", outside.new, name="outside_new"),
    path("mine/elsewhere/<id:outside_id>/", outside.edit, name="outside"),
    path("mine/elsewhere/<id:outside_id>/drop/", outside.drop, name="outside_drop"),
    path("mine/<id:application_id>/", mine.one, name="mine_one"),
    path("mine/<id:application_id>/take/<id:slot_id>/", outside.take, name="take_slot"),
    path("mine/<id:application_id>/interview.ics", outside.interview, name="interview"),
    path("mine/<id:application_id>/memo/", mine.memo, name="memo"),
    path("mine/<id:application_id>/withdraw/", mine.withdraw, name="withdraw"),
    path("receipts/<id:receipt_id>/", mine.receipt, name="receipt"),
    path("files/<id:application_id>/cv.pdf", mine.file, name="file"),
    path("files/<id:application_id>/<id:paper_id>.pdf", mine.paper, name="paper"),
    path("hiring/", pipeline.hiring, name="hiring"),
    path("received/<id:application_id>/", pipeline.one, name="received"),
    path("received/<id:application_id>/note/", pipeline.remark, name="remark"),
    path("received/<id:application_id>/score/", judging.score, name="score"),
    path("received/<id:application_id>/reply/", judging.reply, name="reply"),
    path("received/<id:application_id>/times/", judging.slots, name="slots"),
    path("received/<id:application_id>/undo/", pipeline.undo, name="undo"),
    path("received/<id:application_id>/<str:stage>/", pipeline.move, name="move"),
    path("<id:job_id>/preview/", desk.preview, name="preview"),
    path("<id:job_id>/save/", saving.save, {"act": "save"}, name="save"),
    path("<id:job_id>/unsave/", saving.save, {"act": "unsave"}, name="unsave"),
    path("<id:job_id>/do/<str:step>/", desk.step, name="step"),
    path("<id:job_id>/applications/", pipeline.pipeline, name="pipeline"),
    path("<id:job_id>/applications/move/", pipeline.move_many, name="move_many"),
    path("<id:job_id>/applications.csv", pipeline.table, name="table"),
]
