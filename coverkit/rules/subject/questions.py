"""Questions that no program can judge and a person answers once for a cover. Their ids are stable: covers keep the answers."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from types import MappingProxyType

from coverkit.checks.finding import NotChecked, Outcome, Remark
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    """A question with yes or no for an answer.

    Attributes:
        id: stable for ever.
        text: the question, a message to be translated.
        why: what depends on the answer, a message too.
        within: a wider question; a no to that one is a no to this one.
    """

    id: str
    text: str
    why: str
    within: str = ""


NO_ADVERTISING = "no-advertising"
SYMBOLS = "symbols-on-cover"
MAP = "map-of-vietnam"
ISLANDS = "map-islands-shown"
EMBLEM = "national-emblem"
PARTY_FLAG = "party-flag"
NATIONAL_FLAG = "national-flag"
FLAG_AS_DRAWN_UP = "national-flag-drawn-rightly"
HAMMER_AND_SICKLE = "hammer-and-sickle-drawn-rightly"
FLAGS_IN_ORDER = "flags-in-order"
FLAG_GROUNDS = "flags-on-rectangles"
SYMBOLS_CLEAR = "symbols-uncovered"
POLITICAL_BODY = "body-of-political-system"
NOT_FOR_SALE = "not-for-sale-stated"
VERBATIM = "verbatim-document"

_ALL = (
    Question(
        NO_ADVERTISING,
        mark("Is the bản tin free of advertising?"),
        mark("The press law of 2016 allows no advertising in a bản tin."),
    ),
    Question(
        SYMBOLS,
        mark(
            "Does the cover show, in a picture or in the banner, the national flag or emblem, the Party flag, "
            "a map of Việt Nam, or a portrait of a leader of the Party or the State?"
        ),
        mark("Rules hold for these images that a program cannot see in a picture. A no answers the questions about each, too."),
    ),
    Question(
        MAP,
        mark("Does the cover show a map of Việt Nam?"),
        mark("A map must not misrepresent the country's sovereignty."),
        SYMBOLS,
    ),
    Question(
        ISLANDS,
        mark("Does the map show Hoàng Sa and Trường Sa as part of Việt Nam?"),
        mark("A map must not misrepresent the country's sovereignty."),
        MAP,
    ),
    Question(
        EMBLEM,
        mark("Does the cover show the national emblem (Quốc huy)?"),
        mark("The statutes of the emblem list where it is printed; newsletters are not in the list as the press quotes it."),
        SYMBOLS,
    ),
    Question(
        PARTY_FLAG,
        mark("Does the cover show the Party flag, in a picture or in the banner?"),
        mark("The Party says who uses the image of its flag in print."),
        SYMBOLS,
    ),
    Question(
        NATIONAL_FLAG,
        mark("Does the cover show the national flag (Quốc kỳ), in a picture or in the banner?"),
        mark("The Constitution and the guidance of the ministry say how the flag is drawn."),
        SYMBOLS,
    ),
    Question(
        FLAG_AS_DRAWN_UP,
        mark(
            "Is the national flag drawn as ordered: 3 by 2, the star in the middle with one point straight up, "
            "its edges straight, a fifth of the length from its middle to a point? "
            "Answer yes, too, for a photograph of a real flag."
        ),
        mark("The Constitution and the guidance of the ministry say how the flag is drawn."),
        NATIONAL_FLAG,
    ),
    Question(
        HAMMER_AND_SICKLE,
        mark(
            "Are hammer and sickle on the Party flag drawn as ordered: in the middle, four tenths of the flag's side across, "
            "the hammer at 45 degrees, not mirrored and not upside down?"
        ),
        mark("The Party's regulation of 2023 says how its flag is drawn; it is best taken from an official drawing."),
        PARTY_FLAG,
    ),
    Question(
        FLAGS_IN_ORDER,
        mark(
            "Where both flags stand together: is the Party flag on the viewer's left, "
            "and the tip of the sickle as high as that of the star? Answer yes, too, where they do not stand together."
        ),
        mark("The order of both flags in a hall; for print it is sensible and not stated."),
        PARTY_FLAG,
    ),
    Question(
        FLAG_GROUNDS,
        mark("Do flags stand on rectangles or squares, none of them with a swallow's tail?"),
        mark("Provinces asked so for decorations; for print it is sensible and not stated."),
        SYMBOLS,
    ),
    Question(
        SYMBOLS_CLEAR,
        mark("Are these images free: does no title, slogan, logo or banner lie on a flag, the emblem, a map or a leader?"),
        mark("Keeping these images free is house policy, after the publishing law's rule on authors' names."),
        SYMBOLS,
    ),
    Question(
        POLITICAL_BODY,
        mark(
            "Is the publisher a body of the political system: "
            "of the Party, the State, the Fatherland Front or a mass organisation?"
        ),
        mark("The Party says who uses the image of its flag in print."),
    ),
    Question(
        NOT_FOR_SALE,
        mark("Does “sách không bán” stand on the back cover (Bìa 4)? Answer yes, too, where the tài liệu is no book."),
        mark("The publishing law wants these words on a book that is not sold; where they stand is practice."),
    ),
    Question(
        VERBATIM,
        mark("Does the tài liệu reprint documents of the Party, or laws, word for word?"),
        mark("Such a reprint names no author, translator or compiler on the front cover."),
    ),
)

QUESTIONS: Mapping[str, Question] = MappingProxyType({one.id: one for one in _ALL})
"""Every question by its id, in the order in which to ask."""


def answer(cover: Cover, question: str) -> bool | None:
    """Return the answer: the person's own, else no where a wider question was answered no; None where nothing is known."""
    given = cover.document.answers.get(question)
    wider = QUESTIONS[question].within
    if given is None and wider and answer(cover, wider) is False:
        return False
    return given


def unanswered(cover: Cover, question: str) -> NotChecked:
    """Say which question to answer: the widest open one, whose no would be enough."""
    wider = QUESTIONS[question].within
    if wider and answer(cover, wider) is None:
        return unanswered(cover, wider)
    one = QUESTIONS[question]
    return NotChecked(tr("Only a person can tell; answer the question: {text} ({id})", text=tr(one.text), id=one.id))


def answered(cover: Cover, question: str) -> Remark:
    """Say which answer the verdict rests on."""
    given = cover.document.answers.get(question)
    one = QUESTIONS[question]
    if given is None and one.within:
        return answered(cover, one.within)
    reply = tr("yes") if given else tr("no")
    return Remark(tr("Answered {reply} to: {text} ({id})", reply=reply, text=tr(one.text), id=one.id))


def by_answers(cover: Cover, steps: tuple[tuple[str, bool], ...]) -> Generator[Outcome, None, bool]:
    """Go through questions, each with the answer that ends the matter well, and yield what the verdict rests on.

    Returns:
        True when every question was answered, and each badly.
    """
    for question, good in steps:
        given = answer(cover, question)
        if given is None:
            yield unanswered(cover, question)
            return False
        yield answered(cover, question)
        if given is good:
            return False
    return True
