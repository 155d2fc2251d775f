"""Runs of items read as noun phrases: who owns, who is backed, which nouns, and how phrases join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_lexicon import ActorKind, ActorLexicon
from reportedly.annotations import Token

ACTORS = frozenset(
    {
        "force",
        "soldier",
        "air",
        "police",
        "government",
        "claimant",
        "fighter",
        "group",
        "rebel",
        "label",
        "civil",
        "member",
    }
)
CARRIERS = frozenset({"holding", "attack", "airstrike", "drone", "diplomacy"})
MAX_ITEMS = 30
"""Words of one noun phrase; the longest in the dev reports has eleven."""
MAX_BETWEEN = 6
"""Words between a group and whose it is: ``belonging to the "`` has four, titles add to it."""
_PLURAL_PEOPLE = frozenset({"fighter", "soldier", "civil", "rebel"})
_JOINTS = frozenset({"and", "or", "&", ",", "the", "their", "its", "both", "with", "alongside"})
_OWNED_STARTS = frozenset(
    {
        "of",
        "from",
        "belonging",
        "affiliated",
        "loyal",
        "linked",
        "allied",
        "backed",
        "supported",
        "within",
        "close",
        "tied",
    }
)
_OWNED_BY = _OWNED_STARTS | {"to", "with", "the", "a", "an", "president", "for", "by", "in"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase about an actor.

    Attributes:
        items: Its items, fillers included, in order; the last may be a noun that the actor only owns.
        owner: The name, state or people that own the nouns.
        backers: Names and states before ``backed``, ``led``, ``pro`` with that cue.
        nouns: Common words.
        modifier: True for ``X-held``: a place follows, X does nothing.
        lent: Nouns taken over from the phrase joined to it ("Russian and Turkish forces").
        before: Nouns that lead up to the name ("the terrorist group X") or own it ("commander of X").
        head: Token of the noun that owns the rest ("commander of X"), or ``None``.
    """

    items: tuple[Item, ...]
    owner: Item | None = None
    backers: tuple[tuple[Item, str], ...] = ()
    nouns: tuple[Item, ...] = ()
    modifier: bool = False
    lent: tuple[Item, ...] = ()
    before: tuple[Item, ...] = ()
    head: int | None = None

    @property
    def first(self) -> int:
        """First token."""
        return self.items[0].first

    @property
    def last(self) -> int:
        """Last token."""
        return self.items[-1].last

    @property
    def all_nouns(self) -> tuple[Item, ...]:
        """Own and lent nouns."""
        return self.nouns or self.lent

    @property
    def empty(self) -> bool:
        """True if nothing in it could be an actor."""
        return self.owner is None and not self.backers and not self.nouns and not self.before


@dataclass(slots=True)
class _Open:
    items: list[Item] = field(default_factory=list)
    owner: Item | None = None
    backers: list[tuple[Item, str]] = field(default_factory=list)
    nouns: list[Item] = field(default_factory=list)
    before: list[Item] = field(default_factory=list)
    pro: bool = False

    def close(self) -> Phrase:
        items = list(self.items)
        while items and items[-1].kind in ("filler", "cue"):
            items.pop()
        return Phrase(tuple(items), self.owner, tuple(self.backers), tuple(self.nouns), before=tuple(self.before))


class PhraseReader:
    """Reads the phrases of one sentence."""

    def __init__(self, lexicon: ActorLexicon, tokens: Sequence[Token]) -> None:
        self.lexicon = lexicon
        self.tokens = tokens
        self.found: list[Phrase] = []
        self.open = _Open()

    def read(self, items: Sequence[Item]) -> list[Phrase]:
        """Return the phrases in order, joined ones with their lent nouns."""
        for number, item in enumerate(items):
            after = items[number + 1] if number + 1 < len(items) else None
            if item.kind == "break" or len(self.open.items) >= MAX_ITEMS:
                self._close()
            if item.kind == "break":
                continue
            if item.kind == "cue":
                self._cue(item, after)
            elif item.kind == "filler":
                self._filler(item)
            elif item.kind in ("name", "unit"):
                self._name(item)
            elif item.kind in ("state", "ethnic"):
                self._state(item)
            else:
                self._word(item, after)
        self._close()
        return self._join(self._own(self.found))

    def _close(self) -> None:
        if not self.open.items:
            self.open.pro = False
            return
        phrase = self.open.close()
        if phrase.items and not phrase.empty:
            self.found.append(phrase)
        self.open = _Open()

    def _filler(self, item: Item) -> None:
        quantity = item.text in self.lexicon.words("quantity")
        token = self.tokens[item.first]
        verb = token.pos in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ") and token.dep != "amod"
        if self.open.items or not (quantity or verb):
            self.open.items.append(item)

    def _cue(self, item: Item, after: Item | None) -> None:
        here = self.open
        follows = after is not None and after.kind != "break"
        if item.cue == "pro":
            self._close_if_full()
            self.open.pro = True
            self.open.items.append(item)
        elif item.cue == "anti":
            self._close()
            self.open.items.append(replace(item, cue="anti"))
        elif item.cue == "origin" and item.glued:
            self.open = _Open()
        elif item.cue == "former":
            self._close_if_full()
            self.open.items.append(item)
        elif item.cue == "held" and self._holder(item):
            self._held(item)
        elif item.cue in ("backed", "led") and (item.glued or follows) and self._backer():
            here.items.append(item)
            here.backers.append((self._take_backer(), item.cue if item.cue == "led" else item.text))
        elif item.classes:
            self._word(replace(item, kind="word"), after)
        else:
            self._close()

    def _holder(self, item: Item) -> bool:
        here = self.open
        if here.owner:
            return item.glued or item.text in _BARE_HELD
        return item.glued and bool(here.nouns) and bool(here.nouns[-1].classes & ACTORS)

    def _held(self, item: Item) -> None:
        here = self.open
        kept = here.nouns if not here.owner else []
        here.items = [i for i in here.items if i is here.owner] or here.items
        self.found.append(replace(here.close(), modifier=True, nouns=tuple(kept)))
        self.open = _Open()

    def _backer(self) -> bool:
        here = self.open
        return here.owner is not None or bool(here.nouns and here.nouns[-1].classes & {"government", "label", "rebel"})

    def _take_backer(self) -> Item:
        here = self.open
        backer = here.owner or here.nouns[-1]
        here.owner, here.nouns = None, []
        return backer

    def _close_if_full(self) -> None:
        if self.open.owner or self.open.nouns:
            self._close()

    def _anti(self) -> bool:
        return bool(self.open.items) and self.open.items[-1].cue == "anti"

    def _name(self, item: Item) -> None:
        if self._anti():
            self._close()
            return
        here = self.open
        if here.pro:
            self._pro(item)
            return
        joined = item.glued and here.owner and here.owner.kind == "name"
        if here.owner and here.owner.kind in ("name", "unit") and not here.nouns and item.kind == "unit":
            here.items.append(item)
            return
        if (here.owner and here.owner.kind in ("name", "unit")) or (here.nouns and not self._apposed()) or joined:
            self._close()
        here = self.open
        if (
            here.owner
            and here.owner.kind == "state"
            and here.owner.form in ("noun", "leader", "metonym")
            and not self._possessive(here.owner)
        ):
            self._close()
            here = self.open
        here.before += here.nouns
        here.nouns = []
        if item.kind == "unit" and here.owner:
            here.nouns.append(replace(item, kind="word", classes=frozenset({"force"})))
        else:
            here.owner = item
        here.items.append(item)

    def _possessive(self, owner: Item) -> bool:
        after = owner.last + 1
        marked = after < len(self.tokens) and self.tokens[after].tag == "POS"
        return marked or self.tokens[owner.last].text.endswith(("'s", "’s"))

    def _apposed(self) -> bool:
        """True if the nouns so far lead up to a name: ``terrorist group Foo``, ``militia Foo``."""
        last = self.open.nouns[-1]
        plural = last.text.endswith("s")
        return not plural and bool(last.classes & {"group", "label", "rebel", "government", "claimant", "fighter"})

    def _pro(self, item: Item) -> None:
        here = self.open
        here.backers.append((item, "pro"))
        here.items.append(item)
        here.pro = False

    def _state(self, item: Item) -> None:
        if self._anti():
            self._close()
            return
        if self.open.pro:
            self._pro(item)
            return
        here = self.open
        if here.owner and item.glued and here.owner.kind == "state" and item.kind == "state":
            # "Russian-Turkish patrol": the first stands alone and borrows the nouns later.
            self._close()
        elif here.nouns or (here.owner and not (here.owner.kind == "state" and item.kind == "ethnic")):
            if here.owner and here.owner.kind == "ethnic" and not here.nouns:
                here.items.append(item)
                return
            self._close()
        self.open.owner = item
        self.open.items.append(item)

    def _word(self, item: Item, after: Item | None) -> None:
        here = self.open
        if item.text == "local" and after is not None and after.kind == "word":
            self._filler(item)
            return
        if here.owner is None and not here.backers and here.nouns and all(n.classes <= CARRIERS for n in here.nouns):
            self._close()
            here = self.open
        if here.items and here.items[-1].cue == "anti":
            here.items.pop()
            return
        if here.pro:
            self._pro(item)
            return
        if (
            here.nouns
            and here.nouns[-1].classes & _PLURAL_PEOPLE
            and here.nouns[-1].text.endswith("s")
            and _starts_new(item)
        ):
            self._close()
            here = self.open
        here.nouns.append(item)
        here.items.append(item)

    def _own(self, phrases: list[Phrase]) -> list[Phrase]:
        """Join ``commander of the X``, ``forces of the X``, ``a group affiliated with X``."""
        found: list[Phrase] = []
        for phrase in phrases:
            if found and self._owned(found[-1], phrase):
                head = found.pop()
                cue = [t.lower for t in self.tokens[head.last + 1 : phrase.first]]
                found.append(_owned_phrase(head, phrase, cue))
            else:
                found.append(phrase)
        return found

    def _owned(self, head: Phrase, owner: Phrase) -> bool:
        between = [t.lower for t in self.tokens[head.last + 1 : owner.first] if t.text not in _QUOTES]
        if not between or between[0] not in _OWNED_STARTS or len(between) > MAX_BETWEEN or not self._leads(head, owner):
            return False
        named = owner.owner is not None and owner.owner.kind == "name"
        if (
            head.owner
            or (head.backers and not named)
            or owner.modifier
            or not head.nouns
            or (owner.owner is None and not _is_body(owner))
        ):
            return False
        classes = head.nouns[-1].classes
        if "drone" in classes and owner.owner is not None:
            return between[0] in ("of", "belonging")
        if between[0] in ("from", "in", "within") and (owner.owner is None or owner.owner.kind != "name"):
            return False
        if "civil" in classes and not classes & {"member", "soldier"}:
            return False
        if "by" in between and not classes & {"group", "fighter", "rebel", "force", "label"}:
            return False
        return bool(
            classes & {"force", "soldier", "fighter", "group", "member", "air", "police", "label", "claimant", "rebel"}
        )

    def _leads(self, head: Phrase, owner: Phrase) -> bool:
        """True if only articles, prepositions and a proper name's first words stand between."""
        between = self.tokens[head.last + 1 : owner.first]
        proper = owner.owner is not None and owner.owner.kind == "name"
        return all(t.lower in _OWNED_BY or t.text in _QUOTES or (proper and t.pos == "PROPN") for t in between)

    def _join(self, phrases: list[Phrase]) -> list[Phrase]:
        """Lend the nouns of ``Turkish forces`` to ``Russian`` in ``Russian and Turkish forces``."""
        found = list(phrases)
        for number in range(len(found) - 2, -1, -1):
            here, there = found[number], found[number + 1]
            between = [t.lower for t in self.tokens[here.last + 1 : there.first] if t.text not in "-–/"]
            if len(between) > 3:
                continue
            if _is_apposed(here, there) and all(w in ("the", ",") for w in between):
                found[number] = replace(here, modifier=True)
            elif (_borrows(here, there) or _shares(here, there)) and all(w in _JOINTS for w in between):
                lent = _lent_by(there)
                found[number] = (
                    replace(here, lent=lent) if not here.nouns else replace(here, nouns=(*here.nouns, *lent))
                )
        return found


_LENT = {
    "forces": frozenset({"force"}),
    "troops": frozenset({"force"}),
    "army": frozenset({"force"}),
    "police": frozenset({"police"}),
}
"""Last words of names that a joined state borrows, with their classes."""
_ARMIES = (ActorKind.STATE, ActorKind.EXTERNAL)
BRANCHES = frozenset({"affiliate", "offshoot", "branch", "ally", "arm", "wing", "successor", "rival"})
_QUOTES = ('"', "“", "”", "'", "‘", "’")
_BARE_HELD = frozenset({"held", "controlled", "occupied", "populated", "besieged", "areas", "area", "majority", "made"})


def _starts_new(item: Item) -> bool:
    return bool(item.classes & (ACTORS - {"member", "claimant"})) and not item.classes & CARRIERS


def _is_government(phrase: Phrase) -> bool:
    return (
        phrase.owner is None and not phrase.backers and bool(phrase.nouns) and ("government" in phrase.nouns[0].classes)
    )


def _is_body(phrase: Phrase) -> bool:
    """``regime`` and ``coalition``, that own without a name."""
    coalition = phrase.owner is None and bool(phrase.nouns) and phrase.nouns[0].text == "coalition"
    return _is_government(phrase) or coalition


def _is_apposed(here: Phrase, there: Phrase) -> bool:
    """``the al-Qaeda affiliate`` before ``the Sand Front``: the second alone is meant."""
    names = all(p.owner is not None and p.owner.kind == "name" for p in (here, there))
    return names and any(n.text in BRANCHES for n in here.nouns)


def _lent_by(there: Phrase) -> tuple[Item, ...]:
    """Return the nouns of a phrase that another may borrow; a name such as ``Iraqi forces`` holds its own."""
    if _is_coalition(there):
        return there.nouns[1:]
    if there.owner and there.owner.actor and there.owner.actor.kind in _ARMIES and not there.all_nouns:
        tail = there.owner.text.rpartition(" ")[2]
        return (replace(there.owner, kind="word", text=tail, classes=_LENT[tail]),) if tail in _LENT else ()
    if there.nouns and "rebel" in there.nouns[-1].classes:
        tail = there.nouns[-1].text.rpartition(" ")[2]
        return (replace(there.nouns[-1], text=tail, classes=_LENT["forces"]),)
    return there.all_nouns


def _is_coalition(phrase: Phrase) -> bool:
    return phrase.owner is None and len(phrase.nouns) > 1 and phrase.nouns[0].text == "coalition"


def _borrows(here: Phrase, there: Phrase) -> bool:
    """``Russian`` before ``and Turkish forces``."""
    owned = (there.owner is not None or _is_government(there) or _is_coalition(there)) and bool(_lent_by(there))
    return not here.nouns and not here.modifier and _lendable(here) and owned


def _shares(here: Phrase, there: Phrase) -> bool:
    """``regime`` before ``and Russian warplanes``, ``government`` before ``and rebel forces``."""
    state = there.owner is not None and there.owner.kind == "state"
    rebels = there.owner is None and bool(there.nouns) and there.nouns[-1].text.startswith(("rebel f", "opposition f"))
    return _is_government(here) and len(here.nouns) == 1 and (state or rebels) and bool(_lent_by(there))


def _lendable(phrase: Phrase) -> bool:
    owner = phrase.owner
    return owner is not None and owner.kind in ("state", "ethnic") and owner.form in ("adjective", "both", "", "noun")


def _owned_phrase(head: Phrase, owner: Phrase, cue: Sequence[str]) -> Phrase:
    items = (*head.items, *owner.items)
    if "by" in cue and owner.owner and not owner.nouns:
        return replace(head, items=items, backers=((owner.owner, "backed"),), head=head.last)
    return replace(
        owner, items=items, head=head.last, nouns=(*owner.nouns, *head.nouns), before=(*owner.before, *head.nouns)
    )
