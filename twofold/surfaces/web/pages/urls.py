"""Addresses of the pages that compose several nouns, in each network."""

from django.urls import path

from twofold.surfaces.web.pages import (
    apply,
    device,
    friendship,
    ground,
    guard,
    home,
    insiders,
    jobs,
    openness,
    organisation,
    photo,
    photos,
    profile,
    profile_company,
    suspended,
    view_as,
    way,
)

app_name = "web"

urlpatterns = [
    path("", home.home, name="home"),
    path("suspended/answer", suspended.answer, name="answer_suspension"),
    path("posts/guard", guard.guard, name="guard"),
    path("posts/<id:post_id>/elsewhere", guard.elsewhere, name="elsewhere"),
    path("photos/", photos.photos, name="photos"),
    path("photos/of-me/", photos.of_me, name="photos_of_me"),
    path("photos/<id:picture_id>/", photo.photo, name="photo"),
    path("people/there/", insiders.insiders, name="insiders"),
    path("people/@<handle:handle>/path/", way.way, name="path"),
    path("people/@<handle:handle>/friendship/", friendship.friendship, name="friendship"),
    path("jobs/", jobs.find, name="jobs"),
    path("jobs/<id:job_id>/", jobs.job, name="job"),
    path("jobs/<id:job_id>/apply/<str:step>/", apply.apply, name="apply"),
    path("beside/", home.beside, name="beside"),
    path("app/", device.device, name="device"),
    path("app/devices/", device.add, name="device_add"),
    path("app/devices/<id:device_id>/", device.act, name="device_act"),
    path("app/manifest.webmanifest", device.manifest, name="manifest"),
    path("app/offline", device.offline, name="offline"),
    path("app/share", device.share, name="share"),
    # Here and not in app/: a worker reaches no further than the folder it lies in.
    path("worker.js", device.worker, name="worker"),
    path("@<handle:handle>/", profile.profile, name="profile"),
    path("@<handle:handle>/activity/", profile.activity, name="activity"),
    path("open/<str:kind>/", openness.openness, name="openness"),
    path("@<handle:handle>/as/", view_as.view_as, name="view_as"),
    path("@<handle:handle>/about/", profile.about, name="about"),
    path("@<handle:handle>/people/", organisation.people, name="organisation_people"),
    path("@<handle:handle>/jobs/", jobs.organisation_jobs, name="organisation_jobs"),
    path("pages/@<handle:handle>/news/", organisation.news, name="organisation_news"),
    path("skills/<id:skill_id>/ground", ground.ground, name="ground"),
    path("@<handle:handle>/photos/", photos.profile_photos, name="profile_photos"),
    path("@<handle:handle>/friends/", profile_company.friends, name="profile_friends"),
    path("@<handle:handle>/groups/", profile_company.groups, name="profile_groups"),
    path("@<handle:handle>/events/", profile_company.meetings, name="profile_events"),
]
