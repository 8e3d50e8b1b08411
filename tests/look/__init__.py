"""`python -m tests.look`: every page photographed in both networks, light, dark, wide and narrow, and looked through.

Pictures go to build/look. It fails when axe finds anything, when a page is wider than its window, moves while it
loads, says an error to the console, or when the first page weighs too much.
"""
