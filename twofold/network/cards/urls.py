from django.urls import path

from twofold.network.cards import views

app_name = "cards"

urlpatterns = [
    path("", views.desk, name="desk"),
    path("edit", views.edit, name="edit"),
    path("renew", views.renew, name="renew"),
    path("withdraw", views.withdraw, name="withdraw"),
    path("kept.vcf", views.all_file, name="all_file"),
    path("kept/<id:contact_id>/", views.contact, name="contact"),
    path("kept/<id:contact_id>/card.vcf", views.contact_file, name="contact_file"),
    path("kept/<id:contact_id>/back", views.give_back, name="give_back"),
    path("kept/<id:contact_id>/away", views.throw_away, name="throw_away"),
    path("of/<str:key>/", views.card, name="card"),
    path("of/<str:key>/card.vcf", views.card_file, name="card_file"),
]
