from django.urls import path

from twofold.network.posts.views import acting, composing, reading

app_name = "posts"

urlpatterns = [
    path("posts/new", composing.new, name="new"),
    path("posts/audience-sentence", composing.sentence, name="sentence"),
    path("posts/<id:post_id>/", reading.thread, name="thread"),
    path("posts/<id:post_id>/edit", composing.edit, name="edit"),
    path("posts/<id:post_id>/audience", composing.audience, name="audience"),
    path("posts/<id:post_id>/history", reading.history, name="history"),
    path("posts/<id:post_id>/reactions", reading.reactions, name="reactions"),
    path("posts/<id:post_id>/reposts", reading.reposts, name="reposts"),
    path("posts/<id:post_id>/delete", acting.delete, name="delete"),
    path("posts/<id:post_id>/restore", acting.restore, name="restore"),
    path("posts/<id:post_id>/unsend", acting.unsend, name="unsend"),
    path("posts/<id:post_id>/comment", acting.comment, name="comment"),
    path("posts/<id:post_id>/react", acting.react, name="react"),
    path("posts/<id:post_id>/unreact", acting.unreact, name="unreact"),
    path("posts/<id:post_id>/repost", acting.repost, name="repost"),
    path("posts/<id:post_id>/unrepost", acting.unrepost, name="unrepost"),
    path("posts/<id:post_id>/save", acting.save, name="save"),
    path("posts/<id:post_id>/unsave", acting.unsave, name="unsave"),
    path("drafts/", reading.drafts, name="drafts"),
    path("drafts/keep", composing.keep, name="keep"),
    path("drafts/<id:draft_id>/", composing.draft, name="draft"),
    path("drafts/<id:draft_id>/discard", composing.discard, name="discard"),
    path("saved/", reading.saved, name="saved"),
    path("tags/<str:tag>/", reading.tag, name="tag"),
]
