"""Albums: pictures and videos kept together, one's own or of several people, each album with its audience.

Owns albums, the order of what is in them, and who may add to them. Announces `AlbumMade`, `AlbumChanged`,
`AlbumDeleted`, `PicturesAdded`, `ContributorInvited`, `ContributorAnswered`.
Forbids a picture of an album to reach anyone whom the album does not reach: all of them carry its audience.
"""
