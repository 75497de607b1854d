"""Phrases by meaning, found in a list of words in one pass; a phrase word ending in * matches a beginning."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

# Letters that a beginning has at least.
_SHORTEST = 3
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
    """Phrases in order; those that begin with a word are taken apart when it first occurs."""

    def __init__(self, meanings: dict[str, str]) -> None:
        self._by_word: dict[str, Following] = {}
        written: list[str] = []
        for meaning, table in meanings.items():
            marked = f"{_MARK}{meaning}\n"
            written += (table.strip().replace("\n", ", ").replace(", ", marked) + marked).split("\n")[:-1]
        # Each table is sorted in itself, so that this takes little.
        written.sort()
        self._written = written

    def find(self, words: list[str]) -> list[Hit]:
        """All phrases in the text; of one meaning only the longest at each place."""
        hits: list[Hit] = []
        by_word = self._by_word
        for at, word in enumerate(words):
            known = by_word.get(word)
            if known is None:
                known = self._beginning_with(word)
            if known is _NONE:  # As with nearly every word.
                continue
            second = words[at + 1] if at + 1 < len(words) else ""
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
        shorter = (f"{word[:length]}*" for length in range(_SHORTEST, len(word)))
        written = [phrase for begin in (*shorter, word + _MARK, f"{word} ", f"{word}*") for phrase in self._from(begin)]
        found = _by_second(sorted(map(_taken_apart, written), key=_longest_first)) if written else _NONE
        if len(self._by_word) < _MOST_WORDS:
            self._by_word[word] = found
        return found

    def _from(self, begin: str) -> list[str]:
        """As they are written, those that begin with a text."""
        written = self._written
        first = last = bisect_left(written, begin)
        while last < len(written) and written[last].startswith(begin):
            last += 1
        return written[first:last]


def _taken_apart(written: str) -> Phrase:
    phrase, _, meaning = written.partition(_MARK)
    return tuple((p.rstrip("*"), p.endswith("*")) for p in phrase.split()), meaning


def _longest_first(phrase: Phrase) -> int:
    return -len(phrase[0])


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
