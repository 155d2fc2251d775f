from __future__ import annotations

from reportedly.checking import SIGNS, legend
from reportedly.checking.notation import MarkKind, notation_for


def test_signs_that_the_words_hold_are_not_used() -> None:
    usual = notation_for("plain words", False)
    assert (usual.scope, usual.cue, usual.trigger) == (("⟦", "⟧"), ("{", "}"), ("*", "*"))
    markdown = notation_for("**bold** and {braces}", False)
    assert (markdown.scope, markdown.cue, markdown.trigger) == (usual.scope, ("⦃", "⦄"), ("‡", "‡"))
    plain = notation_for("[sic]", True)
    assert plain.scope == ("[[", "]]")


def test_the_last_signs_serve_where_the_words_hold_all() -> None:
    assert notation_for("*‡◆", False).trigger == ("◆", "◆")


def test_ascii_alone() -> None:
    for words in ("", "*", "*^", "[", "{{"):
        notation = notation_for(words, True)
        signs = [sign for kind in MarkKind for sign in (notation.opening(kind, [1, 12]), notation.closing(kind, [1]))]
        assert "".join([*signs, *notation.meanings(), notation.own("· │ “ ” …")]).isascii()
    assert all(line.isascii() and len(line) <= 80 for line in legend(True))


def test_a_screen_is_asked_about_every_sign() -> None:
    own = "".join("".join(notation_for(words, False).meanings()) for words in ("", "*{⟦", "*‡"))
    assert {char for char in "".join([own, *legend()]) if not char.isascii()} <= set(SIGNS)
    assert all(len(line) <= 80 for line in legend())
