from django.urls import path, re_path

from twofold.network.media.views import acting, serving, uploading

app_name = "media"

# Files: whatever network they are in, one path that never yields HTML, SVG or JSON.
urlpatterns = [
    re_path(
        r"^p/(?P<name>[0-9a-f]{32})-(?P<size>large|medium|small)\.webp$", serving.portrait, name="portrait"
    ),
    path("<id:picture_id>/original", serving.original, name="original"),
    path("<id:picture_id>/captions.vtt", serving.captions, name="captions"),
    path("<id:picture_id>/<int:height>.mp4", serving.film, name="film"),
    path("<id:picture_id>/<slug:variant>.webp", serving.picture, name="picture"),
]

in_network = (
    [
        path("", uploading.uploads, name="uploads"),
        path("<id:upload_id>", uploading.upload, name="upload"),
        path("<id:picture_id>/state", acting.state, name="state"),
        path("<id:picture_id>/describe", acting.describe, name="describe"),
        path("<id:picture_id>/captions", acting.captions, name="captions"),
        path("<id:picture_id>/tag", acting.tag, name="tag"),
        path("<id:picture_id>/untag", acting.untag, name="untag"),
        path("<id:picture_id>/agree", acting.agree, name="agree"),
        path("<id:picture_id>/decline", acting.decline, name="decline"),
    ],
    "pictures",
)
