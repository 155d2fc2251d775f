"""Arabic clauses: roles, voice, relative and joined clauses, statements and noun phrases, in spaCy's relations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.annotate.arabic import parse_one
from reportedly.annotate.clauses import build_clause
from reportedly.annotations import AGENT, OBJECT, OBLIQUE, SUBJECT, Clause, Sentence, Tree


def tree(text: str) -> Tree:
    return Tree(Sentence(0, 0, 0, len(text), text, False, parse_one(text, 0), "ar"), build_clause)


def clause(text: str, lemma: str) -> tuple[Tree, Clause]:
    parsed = tree(text)
    index = next(t.index for t in parsed.tokens if t.lemma == lemma)
    return parsed, parsed.clause(index)


def heads(text: str, lemma: str, function: str, *markers: str) -> list[str]:
    parsed, found = clause(text, lemma)
    return [parsed.tokens[h].lemma for h in found.heads(function, *markers)]


@pytest.mark.parametrize(
    ("text", "subject", "target"),
    [
        ("قصفت القوات بلدة صغيرة", "force", "town"),
        ("القوات قصفت بلدة صغيرة", "force", "town"),
        ("وقد قصفت القوات، مساء أمس، بلدة صغيرة", "force", "town"),
        ("قال المصدر إن القوات قصفت بلدة صغيرة", "force", "town"),
    ],
)
def test_doer_and_target_whatever_the_order(text: str, subject: str, target: str) -> None:
    assert heads(text, "shell", SUBJECT) == [subject]
    assert heads(text, "shell", OBJECT) == [target]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("قُتل خمسة مدنيين في القصف", "kill"),
        ("أصيب مدني بجروح", "injure"),
        ("اعتقل مدني عند الحاجز", "arrest"),
        ("المدني الذي قتل في القصف", "kill"),
    ],
)
def test_a_verb_without_an_object_is_passive(text: str, lemma: str) -> None:
    _, found = clause(text, lemma)
    assert found.passive
    assert heads(text, lemma, SUBJECT) == ["civilian"]


def test_a_verb_with_an_object_is_active() -> None:
    _, found = clause("قتل مسلحون ثلاثة مدنيين", "kill")
    assert not found.passive
    assert heads("قتل مسلحون ثلاثة مدنيين", "kill", SUBJECT) == ["gunman"]
    assert heads("قتل مسلحون ثلاثة مدنيين", "kill", OBJECT) == ["civilian"]


@pytest.mark.parametrize("agent", ["على يد مسلحين", "من قبل مسلحين"])
def test_agents(agent: str) -> None:
    assert heads(f"قتل مدني {agent}", "kill", AGENT) == ["gunman"]


def test_the_owner_of_a_deed_does_it_or_suffers_it() -> None:
    assert heads("أصيب مدني جراء قصف قوات النظام لمدينة كبيرة", "shelling", AGENT) == ["force"]
    assert heads("أصيب مدني جراء قصف قوات النظام لمدينة كبيرة", "shelling", OBLIQUE, "of") == ["city"]
    assert heads("جراء قصف المدينة", "shelling", OBLIQUE, "of") == ["city"]
    assert heads("مقتل مسلح في المدينة", "killing", OBLIQUE, "of") == ["gunman"]


def test_relative_clauses_take_their_noun() -> None:
    text = "أصيب مدني جراء هجوم نفذه مسلحون على حاجز"
    assert heads(text, "carry", SUBJECT) == ["gunman"]
    assert heads(text, "carry", OBJECT) == ["attack"]
    assert heads("القصف الذي استهدف البلدة", "target", SUBJECT) == ["shelling"]


def test_a_described_topic_waits_for_its_verb() -> None:
    text = "قال المصدر إن هجوما نفذه مسلحون أسفر عن مقتل مدني"
    assert heads(text, "cause", SUBJECT) == ["attack"]
    assert heads(text, "cause", OBJECT) == ["killing"]


def test_what_is_said_hangs_from_who_says_it() -> None:
    parsed, found = clause("وقال المصدر إن القوات قصفت البلدة", "shell")
    assert found.relation == "ccomp"
    assert parsed.tokens[found.parent or 0].lemma == "say"


def test_joined_nouns_and_verbs() -> None:
    assert heads("قتل جندي وضابط في القصف", "kill", SUBJECT) == ["soldier", "officer"]
    assert heads("أسفر القصف عن مقتل مدني وإصابة جندي", "cause", OBJECT) == ["killing", "injury"]


@pytest.mark.parametrize(
    ("text", "lemma", "negated", "modal"),
    [
        ("لم تقصف القوات البلدة", "shell", True, ""),
        ("سوف تقصف القوات البلدة", "shell", False, "future"),
        ("ستقصف القوات البلدة", "shell", False, "future"),
        ("لن تقصف القوات البلدة", "shell", True, "future"),
        ("قد تقصف القوات البلدة", "shell", False, "conditional"),
    ],
)
def test_negation_and_modality(text: str, lemma: str, negated: bool, modal: str) -> None:
    _, found = clause(text, lemma)
    assert (found.negated, found.modal) == (negated, modal)


def test_an_expression_that_its_subject_parts() -> None:
    assert heads("أطلق مسلحون مجهولون النار على دورية", "open", SUBJECT) == ["gunman"]


WORDS = st.sampled_from(
    "قال أن الذي قصفت القوات البلدة في على و من ، : « » ما أدى إلى مقتل 5 مدنيين بعد هجوم نفذه مسلحون أمس لم س كما".split()
)


@given(st.lists(WORDS, max_size=40))
def test_any_words_give_one_tree(words: list[str]) -> None:
    text = " ".join(words)
    tokens = parse_one(text, 7)
    for token in tokens:
        assert text[token.start - 7 : token.end - 7] == token.text
        assert 0 <= token.head < len(tokens)
    roots = [t for t in tokens if t.head == t.index]
    assert len(roots) == (1 if tokens else 0)
    parsed = tree(text)
    for token in tokens:
        assert len(parsed.ancestors(token.index)) < len(tokens)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("وانتقد المجلس غضب السكان في مدينة صغيرة الذين خطفوا طبيبا", "resident"),
        ("وانتقد المجلس المسلحين في مدينة صغيرة الذين خطفوا طبيبا", "gunman"),
    ],
)
def test_men_before_a_place_are_those_of_the_relative_clause(text: str, head: str) -> None:
    parsed, found = clause(text, "kidnap")
    assert parsed.tokens[parsed.tokens[found.predicate].head].lemma == head


@pytest.mark.parametrize("text", ["قتل الجيش المسلحين", "قتلت الشرطة المسلحين", "قتل الجيش، أمس، المسلحين"])
def test_men_after_an_army_are_not_described_but_killed(text: str) -> None:
    assert heads(text, "kill", OBJECT) == ["gunman"]
    assert len(heads(text, "kill", SUBJECT)) == 1


def test_men_of_an_army_are_described() -> None:
    assert heads("أطلق عناصر الشرطة المسلحون النار على السوق", "open", SUBJECT) == ["element"]
