"""Free times as plain text and as HTML, to paste into a mail."""

from __future__ import annotations

from html import escape

from scheduler.offers.offer import Offer, Row, Shown, days, locale_of


def as_text(offer: Offer) -> str:
    """The blocks by day, a line each, both clocks with their offsets."""
    lines: list[str] = []
    for day, rows in days(offer):
        lines += ["", day] if lines else [day]
        lines += [f"  {_line(row)}" for row in rows]
    return "\n".join(lines) + "\n" if lines else ""


def _line(row: Row) -> str:
    return _words(row.first) + (f" = {_words(row.second)}" if row.second is not None else "")


def _words(shown: Shown) -> str:
    date = f"{shown.date}, " if shown.date else ""
    return f"{date}{shown.hours} ({shown.label})"


HEAD = "text-align:start;padding:8px 0 2px"
CELL = "padding:2px 12px 2px 0;vertical-align:top"


def as_html(offer: Offer) -> str:
    """A table that mail clients show as it is: no style sheet, no picture, no script; readable from left to right."""
    first, _ = offer.zones(offer.times.window.start)
    language = str(locale_of(offer.language, first)).replace("_", "-")
    out = [f'<table lang="{escape(language)}" dir="auto" style="border-collapse:collapse;font-family:sans-serif">']
    for day, rows in days(offer):
        out.append(f'<tr><th colspan="2" scope="rowgroup" style="{HEAD}">{escape(day)}</th></tr>')
        for row in rows:
            cells = [row.first] + ([row.second] if row.second is not None else [])
            out.append("<tr>" + "".join(f'<td style="{CELL}">{escape(_words(c))}</td>' for c in cells) + "</tr>")
    return "\n".join([*out, "</table>"]) + "\n"
