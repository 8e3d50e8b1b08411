from django.urls import path

from twofold.reach.ranking.views import catching_up, choosing, explaining, steering

app_name = "ranking"

urlpatterns = [
    path("order", choosing.order, name="order"),
    path("tune/", choosing.tune, name="tune"),
    path("recipe.json", choosing.recipe, name="recipe"),
    path("profiling", choosing.profiling, name="profiling"),
    path("filters/", steering.filters, name="filters"),
    path("filters/words/<int:snooze_id>/undo", steering.unsnooze, name="unsnooze"),
    path("catch-up/", catching_up.catch_up, name="catch_up"),
    path("seen", catching_up.seen, name="seen"),
    path("lean", steering.lean, name="lean"),
    path("counts", steering.counts, name="counts"),
    path("hide/<id:post_id>", steering.hide, name="hide"),
    path("hide/<id:post_id>/undo", steering.unhide, name="unhide"),
    path("less/<id:post_id>/", steering.less, name="less"),
    path("why/<id:post_id>/", explaining.why, name="why"),
]
