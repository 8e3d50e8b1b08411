from django.urls import path

from twofold.network.albums.views import albums, filling, sharing

app_name = "albums"

urlpatterns = [
    path("new", albums.new, name="new"),
    path("put-back", filling.put_back, name="put_back"),
    path("<id:album_id>/", albums.album, name="album"),
    path("<id:album_id>/edit", albums.edit, name="edit"),
    path("<id:album_id>/delete", albums.delete, name="delete"),
    path("<id:album_id>/restore", albums.restore, name="restore"),
    path("<id:album_id>/add", filling.add, name="add"),
    path("<id:album_id>/arrange", filling.arrange, name="arrange"),
    path("<id:album_id>/people", sharing.people, name="people"),
    path("<id:album_id>/let-go", sharing.let_go, name="let_go"),
    path("<id:album_id>/answer", sharing.answer, name="answer"),
    path("pictures/<id:picture_id>/caption", filling.caption, name="caption"),
    path("pictures/<id:picture_id>/cover", filling.cover, name="cover"),
    path("pictures/<id:picture_id>/remove", filling.remove, name="remove"),
]
