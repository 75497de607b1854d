"""Whether an entry that is no interview of the user's is one that is held with somebody else."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def speaks_of_interview(summary: str) -> bool:
    """By its title alone, which is cheap: an interview, or a stage of one; a debrief or a panel's meeting is none."""
    from scheduler.recognise.lexicon import lexicon
    from scheduler.recognise.text import LONGEST_TITLE, words

    meanings = {hit.meaning for hit in lexicon().find(words(summary[:LONGEST_TITLE]))}
    return bool(meanings & {"interview", "stage"}) and "hiring_side" not in meanings
