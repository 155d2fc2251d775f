"""Arabic items read as noun phrases, head first: whose the nouns are, who is backed, what an actor only owns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.annotate.actors_items import Item
from reportedly.annotate.actors_phrases import CARRIERS, MAX_ITEMS, Phrase
from reportedly.annotate.arabic_actors_items import ArabicItem
from reportedly.annotations import Token

_PEOPLE = frozenset({"member", "fighter", "soldier", "claimant", "group", "label", "rebel", "police"})
_BODIES = frozenset({"force", "police", "government", "group", "rebel", "label", "air", "soldier"})
_DEEDS = frozenset({"attack", "airstrike"})
_ADJECTIVES = ("adjective", "plural")
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj"})


@dataclass(frozen=True, slots=True)
class ArabicPhrase(Phrase):
    """A noun phrase about an actor, its nouns in English order: the owner's first, the head last.

    Attributes:
        own: First and last token of the actor's own words.
        root: Token that heads them.
        carrier: Token of the noun that the actor only owns, or ``None``.
        definite: True with the article on the head, or on the noun that it belongs to.
        possessed: True with a pronoun on it ("its forces").
        allied: True for the backers of who was named last ("the factions loyal to it").
        word: First word of a phrase of one definite noun.
    """

    own: tuple[int, int] = (0, 0)
    root: int = 0
    carrier: int | None = None
    definite: bool = False
    possessed: bool = False
    allied: bool = False
    word: str = ""


@dataclass(slots=True)
class _Open:
    """A phrase being read: the chain of construct nouns in Arabic order, and what describes them."""

    chain: list[ArabicItem]
    items: list[ArabicItem]
    owner: ArabicItem | None = None
    backers: list[tuple[Item, str]] = field(default_factory=list)
    describing: list[ArabicItem] = field(default_factory=list)
    inner: ArabicPhrase | None = None
    possessed: bool = False
    allied: bool = False
    held: bool = False

    @property
    def head(self) -> ArabicItem:
        """The first noun."""
        return self.chain[0]

    @property
    def carries(self) -> bool:
        """True where the first noun is no actor by itself."""
        return bool(self.head.classes) and self.head.classes <= CARRIERS

    @property
    def construct(self) -> bool:
        """True where an owner may follow at once."""
        last = self.chain[-1]
        return self.items[-1] is last and not (last.definite or last.closed or self.possessed)

    def nouns(self) -> tuple[ArabicItem, ...]:
        """Return all nouns in English order."""
        inner = tuple(n for n in self.inner.nouns if isinstance(n, ArabicItem)) if self.inner else ()
        ruled = [d for d in self.describing if d.classes & {"government"}]
        others = [d for d in self.describing if d not in ruled]
        return (*inner, *ruled, *others, *reversed(self.chain))


class ArabicPhraseReader:
    """Reads the phrases of one sentence."""

    def __init__(self, tokens: Sequence[Token], items: Sequence[ArabicItem]) -> None:
        self.tokens = tokens
        self.items = items

    def read(self) -> list[ArabicPhrase]:
        """Return the phrases in order, with those that share a noun with the one before."""
        found: list[ArabicPhrase] = []
        at = 0
        while at < len(self.items):
            phrase, after = self._phrase(at)
            if phrase is not None:
                found.append(phrase)
                extra, after = self._sharing(phrase, after)
                found += extra
            at = max(after, at + 1)
        return found

    def _phrase(self, at: int) -> tuple[ArabicPhrase | None, int]:
        item = self._at(at)
        if item is None:
            return None, at + 1
        if item.kind == "name":
            return (None, at + 1) if self._common(at) else self._named(at)
        if item.kind == "state" and item.form not in _ADJECTIVES:
            return self._alone(item), at + 1
        if item.kind in ("state", "ethnic") and self._people(at):
            return self._persons(at)
        if item.kind == "word" and not item.adjective:
            return self._worded(at)
        return None, at + 1

    def _at(self, at: int) -> ArabicItem | None:
        return self.items[at] if at < len(self.items) else None

    def _people(self, at: int) -> bool:
        """Return whether a state's or people's adjective stands for persons: «الأتراك», «13 عراقيا»."""
        item, before = self.items[at], next((i for i in reversed(self.items[:at]) if i.kind != "quote"), None)
        if not item.plural:
            return (before is not None and before.kind == "number") or self._one_of_them(item)
        alone = before is None or before.kind in ("break", "joint", "number", "link", "pronoun")
        return alone or self._one_of_them(item)

    def _one_of_them(self, item: ArabicItem) -> bool:
        """Return whether an adjective without the article stands for persons: «استشهد فلسطيني», «قتل الجيش فلسطينيين»."""
        token = self.tokens[item.first]
        return token.pos == "NOUN" and token.dep in _ARGUMENTS and not item.definite and item.first == item.last

    def _persons(self, at: int) -> tuple[ArabicPhrase, int]:
        item, after = replace(self.items[at], form="plural"), at + 1
        while (more := self._at(after)) is not None and more.kind == "filler" and more.definite == item.definite:
            after += 1
        return self._alone(item), after

    @staticmethod
    def _alone(item: ArabicItem) -> ArabicPhrase:
        return ArabicPhrase((item,), owner=item, own=(item.first, item.last), root=item.first, definite=item.definite)

    def _past_quotes(self, at: int) -> int:
        """Return the place after quotation marks and brackets."""
        while (item := self._at(at)) is not None and item.kind == "quote":
            at += 1
        return at

    # Names

    def _common(self, at: int) -> bool:
        """Return whether a name is a common noun here: «بحماس كبير»."""
        item, after = self.items[at], self._at(at + 1)
        manner = at > 0 and self.items[at - 1].text in ("ب", "with", "in", "by") and item.first == item.last
        return manner and not item.definite and after is not None and after.kind == "filler" and not after.definite

    def _named(self, at: int) -> tuple[ArabicPhrase, int]:
        owner = self.items[at]
        items, before, after = [owner], [], at + 1
        while True:
            here = self._past_quotes(after)
            item = self._at(here)
            if item is None or len(items) > MAX_ITEMS:
                break
            if item.kind == "name" and here > after and item.actor is not None and _same(item, owner):
                items.append(item)
            elif here == after and (self._describes(item) or (item.kind == "word" and item.adjective)):
                before += [item] if item.kind == "word" and item.classes else []
                items.append(item)
            elif item.kind == "link" and item.cue in ("backed", "loyal", "owned") and self._participle(item):
                backer = self._past_quotes(here + 1)
                end = self._backer_end(backer)
                if end is None:
                    break
                after = end
                continue
            else:
                break
            after = here + 1
        own = (items[0].first, items[-1].last)
        phrase = ArabicPhrase(tuple(items), owner=owner, before=tuple(before), own=own, root=owner.first, definite=True)
        return phrase, after

    def _describes(self, item: ArabicItem) -> bool:
        """Return whether an item after a name is its adjective (حزب الله اللبناني)."""
        return item.kind in ("state", "ethnic") and item.form in ("adjective", "both")

    def _participle(self, item: ArabicItem) -> bool:
        return item.word != "" or item.last > item.first or item.text not in ("ل", "من", "في", "ب")

    def _backer_end(self, at: int) -> int | None:
        """Return the place after who backs, or ``None`` where nobody is told."""
        item = self._at(at)
        if item is None or item.kind not in ("name", "state", "word"):
            return None
        return self._phrase(at)[1]

    # Nouns

    def _worded(self, at: int) -> tuple[ArabicPhrase | None, int]:
        here = _Open([self.items[at]], [self.items[at]], possessed=self.items[at].possessed)
        after = at + 1
        while len(here.items) < MAX_ITEMS:
            place = self._past_quotes(after)
            item = self._at(place)
            if item is None:
                break
            taken = self._take(here, item, place, quoted=place > after)
            if taken is None:
                break
            after = taken
            if here.inner is not None or here.backers or here.held:
                break
        return self._closed(here, at), after

    def _take(self, here: _Open, item: ArabicItem, place: int, quoted: bool) -> int | None:
        """Take an item into a phrase and return the place after it, or ``None`` where it is no part."""
        if item.kind == "link":
            return self._link(here, item, place)
        if item.kind == "pronoun" and not quoted and here.owner is None:
            here.possessed = True
            here.items.append(item)
            return place + 1
        if item.kind == "number":
            unit = here.head.text.startswith("brigade") and len(here.items) == 1
            here.items += [item] if unit else []
            return place + 1 if unit else None
        if item.kind == "filler" and not quoted:
            here.items.append(item)
            return place + 1
        if item.kind == "word":
            return self._word(here, item, place)
        if item.kind in ("state", "ethnic"):
            return self._owner_word(here, item, place)
        if item.kind == "name":
            return self._name_after(here, item, place)
        return None

    def _word(self, here: _Open, item: ArabicItem, place: int) -> int | None:
        if item.adjective:
            here.describing.append(item)
        elif here.construct and _joins(here.chain[-1], item, here.head):
            here.chain.append(item)
            here.possessed = item.possessed
        else:
            return None
        here.items.append(item)
        return place + 1

    def _owner_word(self, here: _Open, item: ArabicItem, place: int) -> int | None:
        noun = item.form not in _ADJECTIVES and not (item.form == "both" and not here.construct)
        if here.owner is not None:
            return None
        if noun and not here.construct:
            return None
        if not noun and here.head.holds:
            return None
        if item.form == "plural" and item.plural and not here.construct and not _several(here):
            return None
        if not noun and not item.definite and any(c.definite for c in here.chain):
            # «قوات الاحتلال فلسطينيا»: an adjective agrees with its noun in the article.
            return None
        here.owner = item if noun else replace(item, form="adjective")
        here.items.append(item)
        return place + 1

    def _name_after(self, here: _Open, item: ArabicItem, place: int) -> int | None:
        if here.owner is not None:
            return None
        apposed = item.definite and here.chain[-1].definite and bool(here.chain[-1].classes & _PEOPLE)
        if not here.construct and not apposed:
            return None
        if "civil" in here.head.classes and not here.head.classes & _PEOPLE and len(here.chain) == 1:
            return None
        inner, after = self._named(place)
        here.owner = item
        here.items += [i for i in inner.items if isinstance(i, ArabicItem)]
        here.describing += [i for i in inner.before if isinstance(i, ArabicItem)]
        return after

    # Links

    def _link(self, here: _Open, link: ArabicItem, place: int) -> int | None:
        start = self._past_quotes(place + 1)
        item = self._at(start)
        if item is None or link.cue == "agent":
            return None
        if link.cue in ("backed", "loyal", "led"):
            return self._backed(here, link, item, start)
        if link.cue == "held":
            return self._held(here, link, item, start)
        if here.owner is not None or here.possessed or not self._may_own(here, link):
            return None
        inner, after = self._phrase(start)
        if inner is None or inner.modifier or inner.carrier is not None or not _owns(here.head, inner, link):
            return None
        if link.cue == "owned" and _is_state(inner) and here.head.classes & {"group", "fighter", "label"}:
            assert inner.owner is not None
            here.backers.append((inner.owner, "affiliated"))
        else:
            here.inner = inner
            here.owner = inner.owner if isinstance(inner.owner, ArabicItem) else None
            here.backers += inner.backers
        here.items += [link, *(i for i in inner.items if isinstance(i, ArabicItem))]
        return after

    def _may_own(self, here: _Open, link: ArabicItem) -> bool:
        """Return whether a noun may be somebody's by this link."""
        classes = here.head.classes
        if "civil" in classes and not classes & {"member", "soldier"}:
            return False
        if link.cue == "owned":
            return True
        return bool(classes & _PEOPLE) or (link.text == "من" and bool(classes & (_DEEDS | {"force"})))

    def _backed(self, here: _Open, link: ArabicItem, item: ArabicItem, start: int) -> int | None:
        how = {"backed": "backed", "loyal": "loyal", "led": "led"}[link.cue]
        if here.carries or not here.head.classes & (_PEOPLE | _BODIES | {"air"}):
            return None
        if item.kind == "pronoun":
            here.allied = True
            here.items += [link, item]
            here.held = True
            return start + 1
        inner, after = self._phrase(start)
        if inner is None or inner.carrier is not None:
            return None
        backer = inner.owner or next((n for n in inner.nouns if n.classes & {"government", "rebel", "label"}), None)
        if backer is None:
            return None
        ruled = any(n.classes & {"government"} for n in (*here.chain, *here.describing))
        if not ruled and not (here.owner is not None and "force" in here.head.classes):
            here.backers.append((backer, how))
        here.items += [link, *(i for i in inner.items if isinstance(i, ArabicItem))]
        return after

    def _held(self, here: _Open, link: ArabicItem, item: ArabicItem, start: int) -> int | None:
        if not here.head.holds:
            return None
        inner, after = self._phrase(start)
        if inner is None:
            return None
        here.inner, here.held = inner, True
        here.owner = inner.owner if isinstance(inner.owner, ArabicItem) else None
        here.backers += inner.backers
        here.items += [link, *(i for i in inner.items if isinstance(i, ArabicItem))]
        return after

    # Closing

    def _closed(self, here: _Open, at: int) -> ArabicPhrase | None:
        if here.head.holds:
            return self._holding(here)
        items = list(here.items)
        loose = ("link", "number", "filler") if here.owner is not None or len(here.chain) > 1 else ("link", "number")
        while items and items[-1].kind in loose and len(items) > 1:
            items.pop()
        nouns = here.nouns()
        bare_owner = here.owner is None and not here.backers and here.inner is None
        if bare_owner:
            nouns = tuple(_ownerless(n) if n is here.chain[-1] else n for n in nouns)
        if here.carries and bare_owner and len(here.chain) == 1:
            items = [i for i in items if i is here.head or i.classes & {"government"}]
            nouns = tuple(n for n in nouns if n.bare == here.head.bare or "government" in n.classes)
        own = [i for i in items if not (here.carries and _before_owner(i, here))]
        if not own:
            return None
        telling = [n for n in (*here.chain, *(here.inner.items if here.inner else ())) if n in own]
        root = telling[0] if telling else own[0]
        single = len(here.chain) == 1 and bare_owner and here.head.definite
        return ArabicPhrase(
            tuple(items),
            owner=here.owner,
            backers=tuple(here.backers),
            nouns=nouns,
            own=(own[0].first, own[-1].last),
            root=root.first,
            carrier=here.head.first if here.carries else None,
            definite=any(c.definite for c in here.chain) or bool(here.inner and here.inner.definite),
            possessed=here.possessed,
            allied=here.allied,
            word=here.head.word if single else "",
        )

    def _holding(self, here: _Open) -> ArabicPhrase | None:
        """Return who holds the land that a phrase names: no actor of the event."""
        rest = [i for i in here.items[1:] if i.kind not in ("link", "filler")]
        ruler = here.owner if here.owner is None or here.owner.kind == "name" or here.held else None
        nouns = tuple(n for n in here.nouns() if not n.holds)
        if not rest or (ruler is None and not any(n.classes & _BODIES for n in nouns)):
            return None
        nouns = tuple(map(_ownerless, nouns)) if ruler is None else nouns
        own = (rest[0].first, rest[-1].last)
        return ArabicPhrase(
            tuple(rest), owner=ruler, backers=tuple(here.backers), nouns=nouns, modifier=True, own=own,
            root=rest[0].first, definite=True,
        )  # fmt: skip

    # Joined owners

    def _sharing(self, phrase: ArabicPhrase, after: int) -> tuple[list[ArabicPhrase], int]:
        """Return what shares the nouns of a phrase: «القوات الروسية والتركية», «قوات النظام وروسيا»."""
        found: list[ArabicPhrase] = []
        while phrase.nouns and not phrase.backers and not phrase.modifier:
            joint, item = self._at(after), self._at(after + 1)
            bare = joint is not None and joint.kind == "state" and joint.form in ("adjective", "both")
            if bare:
                item, step = joint, 1
            elif joint is not None and joint.kind == "joint" and joint.text == "و":
                step = 2
            else:
                break
            if item is None or not self._shares(phrase, item, bare):
                break
            lent = tuple(n for n in phrase.nouns if not n.classes & {"government"}) or phrase.nouns
            root = item.first
            found.append(
                ArabicPhrase(
                    (item,),
                    owner=item,
                    lent=lent,
                    own=(item.first, item.last),
                    root=root,
                    carrier=phrase.carrier,
                    definite=True,
                )
            )
            after += step
        return found, after

    def _shares(self, phrase: ArabicPhrase, item: ArabicItem, bare: bool) -> bool:
        if item.kind == "state" and item.form in ("adjective", "both") and not item.plural:
            owner = phrase.owner
            adjective = (owner is not None and owner.form in ("adjective", "both")) or (owner is None and phrase.nouns)
            if bare and isinstance(owner, ArabicItem) and owner.definite != item.definite:
                # «قتل الجيش التركي سوريا»: whom it killed.
                return False
            return bool(adjective) and (not bare or owner is not None)
        ruled = phrase.owner is None and bool(phrase.nouns) and "government" in phrase.nouns[0].classes
        force = bool(phrase.nouns) and "force" in phrase.nouns[-1].classes
        return item.kind == "state" and item.form in ("noun", "both") and force and (ruled or phrase.owner is not None)


def _ownerless(noun: ArabicItem) -> ArabicItem:
    """Return a noun with the English word that it stands for where nothing says whose it is."""
    return replace(noun, text=noun.bare, classes=noun.bare_classes) if noun.bare else noun


def _same(item: ArabicItem, owner: ArabicItem) -> bool:
    return item.actor is not None and owner.actor is not None and item.actor.name == owner.actor.name


def _several(here: _Open) -> bool:
    return here.chain[-1].plural or here.head.plural


def _before_owner(item: ArabicItem, here: _Open) -> bool:
    """Return whether an item of a carried phrase stands before the words of the actor."""
    if item is here.head:
        return True
    if item.kind in ("filler", "link", "number", "pronoun"):
        first = here.chain[1] if len(here.chain) > 1 else here.owner
        if here.inner is not None:
            return item.first < here.inner.own[0]
        return first is None or item.first < first.first
    return False


def _joins(before: ArabicItem, item: ArabicItem, head: ArabicItem) -> bool:
    """Return whether a noun may own the noun before it."""
    if item.holds or item.classes <= CARRIERS:
        return False
    if "civil" in item.classes and not item.classes & _PEOPLE:
        return "civil" in before.classes and not before.classes & _PEOPLE
    if before.classes & _DEEDS:
        return not item.classes <= {"member", "civil"}
    if "civil" in head.classes and not head.classes & _PEOPLE:
        return bool(item.classes & (_PEOPLE | {"force"}))
    return True


def _is_state(phrase: ArabicPhrase) -> bool:
    return phrase.owner is not None and phrase.owner.kind == "state" and not phrase.nouns


def _owns(head: ArabicItem, inner: ArabicPhrase, link: ArabicItem) -> bool:
    """Return whether a phrase after a link can be the owner of a noun."""
    if inner.owner is not None:
        if "claimant" in head.classes and inner.owner.actor is not None and inner.owner.actor.claimant:
            return False
        if inner.owner.kind == "state" and not inner.nouns:
            participle = link.last > link.first or link.text != "ل"
            return link.cue == "owned" and inner.owner.form == "noun" and (participle or not head.classes & _DEEDS)
        return inner.owner.kind != "ethnic" or bool(inner.nouns)
    if inner.backers:
        return True
    last = inner.nouns[-1] if inner.nouns else None
    return last is not None and bool(last.classes & _BODIES) and not last.classes & {"member", "fighter"}
