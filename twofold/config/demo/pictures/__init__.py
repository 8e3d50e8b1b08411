"""Every picture of the demo network, drawn by rule: the same every time, no two alike, nothing from elsewhere.

`canvas` is paper and brush; the other modules draw. `photos()` are the pictures of posts, each with the words for
those who do not see it.
"""
