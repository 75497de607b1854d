"""Phrases by meaning, found in a list of words in one pass; a phrase word ending in * matches a beginning."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

_KEY = 3
# Stands between a phrase and its meaning; below every letter, so that phrases stay in order.
_MARK = "\0"
# More would say nothing new, and they are compared with each other.
MOST_HITS = 300
_MOST_WORDS = 20_000


class Hit(NamedTuple):
    """A phrase found: its meaning, and where it stands in the list of words."""

    meaning: str
    start: int
    stop: int


Phrase = tuple[tuple[tuple[str, bool], ...], str]


class Following(NamedTuple):
    """The phrases that begin with one word: by their second word, and those that may go on with any or with none."""

    by_second: dict[str, list[Phrase]]
    rest: list[Phrase]


_NONE = Following({}, [])


class Lexicon:
    """Phrases by the beginning of their first word; those of one beginning are taken apart on demand."""

    def __init__(self, meanings: dict[str, str]) -> None:
        self._index: dict[str, tuple[Phrase, ...]] = {}
        self._by_word: dict[str, Following] = {}
        written: list[str] = []
        for meaning, table in meanings.items():
            marked = f"{_MARK}{meaning}\n"
            written += (table.strip().replace("\n", ", ").replace(", ", marked) + marked).split("\n")[:-1]
        # Each table is sorted in itself, so that this takes little.
        written.sort()
        self._written = written

    def _phrases(self, key: str) -> tuple[Phrase, ...]:
        """Those that begin with a key; with more than those where it is a short word."""
        at = bisect_left(self._written, key)
        found: list[Phrase] = []
        while at < len(self._written) and self._written[at].startswith(key):
            phrase, _, meaning = self._written[at].partition(_MARK)
            found.append((tuple((p.rstrip("*"), p.endswith("*")) for p in phrase.split()), meaning))
            at += 1
        found.sort(key=lambda p: -len(p[0]))
        return tuple(found)

    def find(self, words: list[str]) -> list[Hit]:
        """All phrases in the text; of one meaning only the longest at each place."""
        hits: list[Hit] = []
        by_word = self._by_word
        for at, (word, second) in enumerate(zip(words, (*words[1:], ""), strict=False)):
            known = by_word.get(word)
            if known is None:
                known = self._beginning_with(word)
            phrases = known.by_second.get(second, known.rest)
            if phrases:
                seen: list[str] = []
                for pattern, meaning in phrases:
                    if meaning not in seen and _fits(pattern, words, at):
                        seen.append(meaning)
                        hits.append(Hit(meaning, at, at + len(pattern)))
                if len(hits) >= MOST_HITS:
                    break
        return hits

    def _beginning_with(self, word: str) -> Following:
        """The phrases whose first word fits; remembered, since people's words repeat."""
        key = word[:_KEY]
        phrases = self._index.get(key)
        if phrases is None:
            phrases = self._phrases(key)
            if len(self._index) < _MOST_WORDS:
                self._index[key] = phrases
        if not phrases:
            return _NONE
        found = _by_second([p for p in phrases if _fits(p[0][:1], [word], 0)])
        if len(self._by_word) < _MOST_WORDS:
            self._by_word[word] = found
        return found


def _by_second(phrases: list[Phrase]) -> Following:
    """Each list in the order of `phrases`, the longest first."""
    by_second: dict[str, list[Phrase]] = {}
    rest: list[Phrase] = []
    for phrase in phrases:
        second, beginning = phrase[0][1] if len(phrase[0]) > 1 else ("", True)
        if beginning:
            rest.append(phrase)
            for known in by_second.values():
                known.append(phrase)
        elif second in by_second:
            by_second[second].append(phrase)
        else:
            by_second[second] = [*rest, phrase]
    return Following(by_second, rest)


def _fits(pattern: tuple[tuple[str, bool], ...], words: list[str], at: int) -> bool:
    if at + len(pattern) > len(words):
        return False
    for place, (text, beginning) in enumerate(pattern, at):
        word = words[place]
        if not (word.startswith(text) if beginning else word == text):
            return False
    return True


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    from scheduler.recognise.phrases_against import AGAINST
    from scheduler.recognise.phrases_for import FOR
    from scheduler.recognise.phrases_trades import TRADES

    return Lexicon(FOR | AGAINST | TRADES)
