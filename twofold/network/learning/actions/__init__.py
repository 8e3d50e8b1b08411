"""Writes of learning. The actor comes first; what they may not even know of is Absent."""

from twofold.network.learning.actions.certifying import drop_certificate, show_certificate
from twofold.network.learning.actions.filling import (
    add_captions,
    add_file,
    drop_file,
    drop_video,
    set_video,
)
from twofold.network.learning.actions.importing import import_course
from twofold.network.learning.actions.making import (
    close_course,
    edit_course,
    forget_person,
    make_course,
    publish,
    unpublish,
)
from twofold.network.learning.actions.quizzing import drop_question, keep_question, move_question
from twofold.network.learning.actions.shaping import (
    drop_chapter,
    drop_lesson,
    edit_lesson,
    keep_chapter,
    move_chapter,
    move_lesson,
    write_lesson,
)
from twofold.network.learning.actions.taking import (
    enrol,
    finish_lesson,
    hand_in,
    leave,
    open_lesson,
    part_ways,
    take_out,
)
from twofold.network.learning.actions.talking import say, unsay

__all__ = [
    "add_captions",
    "add_file",
    "close_course",
    "drop_certificate",
    "drop_chapter",
    "drop_file",
    "drop_lesson",
    "drop_question",
    "drop_video",
    "edit_course",
    "edit_lesson",
    "enrol",
    "finish_lesson",
    "forget_person",
    "hand_in",
    "import_course",
    "keep_chapter",
    "keep_question",
    "leave",
    "make_course",
    "move_chapter",
    "move_lesson",
    "move_question",
    "open_lesson",
    "part_ways",
    "publish",
    "say",
    "set_video",
    "show_certificate",
    "take_out",
    "unpublish",
    "unsay",
    "write_lesson",
]
