"""Programs that open what strangers sent: each run in a process of its own, with little memory and little time.

They import nothing of ours but each other, run as `python -I PROGRAM SOURCE FOLDER` with a plan as JSON on standard
input, write clean files into FOLDER, and end with one line of JSON: what they found, or the word for what is wrong.
"""
