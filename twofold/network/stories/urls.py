from django.urls import path

from twofold.network.stories.views import keeping, looking, telling

app_name = "stories"

urlpatterns = [
    path("", looking.home, name="home"),
    path("strip", looking.strip, name="strip"),
    path("new", telling.new, name="new"),
    path("@<handle:handle>/", looking.of_person, name="of_person"),
    path("kept/<id:highlight_id>/", looking.highlight, name="highlight"),
    path("kept/<id:highlight_id>/edit", keeping.edit, name="edit"),
    path("<id:story_id>/", looking.story, name="story"),
    path("<id:story_id>/feel", looking.feel, name="feel"),
    path("<id:story_id>/seen", looking.seen, name="seen"),
    path("<id:story_id>/keep", keeping.keep, name="keep"),
    path("<id:story_id>/let-end", keeping.let_end, name="let_end"),
    path("<id:story_id>/delete", keeping.delete, name="delete"),
]
