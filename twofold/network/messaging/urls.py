from django.urls import path

from twofold.network.messaging.views import acting, files, inbox, later, passing, people, talk

app_name = "messaging"

urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("settings", inbox.settings, name="settings"),
    path("later/", later.laters, name="laters"),
    path("later/<id:later_id>/", later.later, name="later"),
    path("files/<id:attachment_id>", files.file, name="file"),
    path("new", talk.new, name="new"),
    path("new/people", people.ties, name="ties"),
    path("with/@<str:handle>/", talk.begin, name="begin"),
    path("<id:conversation_id>/", talk.talk, name="talk"),
    path("<id:conversation_id>/newer", talk.newer, name="newer"),
    path("<id:conversation_id>/beside", inbox.beside, name="beside"),
    path("<id:conversation_id>/names", people.names, name="names"),
    path("<id:conversation_id>/keep", talk.keep, name="keep"),
    path("<id:conversation_id>/act", acting.act, name="act"),
    path("<id:conversation_id>/people", people.people, name="people"),
    path("lines/<id:message_id>/", acting.line, name="line"),
    path("lines/<id:message_id>/sign", acting.sign, name="sign"),
    path("lines/<id:message_id>/hide", acting.hide, name="hide"),
    path("lines/<id:message_id>/hide/undo", acting.unhide, name="unhide"),
    path("lines/<id:message_id>/take-back", acting.take_back, name="take_back"),
    path("lines/<id:message_id>/pass-on", passing.pass_on, name="pass_on"),
    path("lines/<id:message_id>/edit", acting.edit, name="edit"),
]
