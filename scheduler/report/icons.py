"""Line drawings on a 16 by 16 grid, one for each kind of finding and mark; each always stands beside its word."""

from __future__ import annotations

ICONS: dict[str, str] = {
    "overlap": "M3 3l10 10M13 3L3 13",
    "tight": "M8 1v4M5.5 3L8 5.5 10.5 3M8 15v-4M5.5 13L8 10.5 10.5 13M2 8h12",
    "short_notice": "M8 2a6 6 0 1 0 .01 0M8 5v3l2 2",
    "outside_hours": "M13 10A6 6 0 0 1 6 3a6 6 0 1 0 7 7z",
    "overload": "M2 5l6-3 6 3-6 3zM2 8l6 3 6-3M2 11l6 3 6-3",
    "no_preparation": "M8 4C6 2.5 4 2.5 2 3v9c2-.5 4-.5 6 1 2-1.5 4-1.5 6-1V3c-2-.5-4-.5-6 1zM8 4v9",
    "ambiguous_time": "M8 2a6 6 0 1 0 .01 0M6 6.5a2 2 0 1 1 2.5 2c-.4.1-.5.4-.5.8M8 11.8v.01",
    "unanswered": "M2 3h12v8H8l-4 3v-3H2zM8 5v2.5M8 9.2v.01",
    "duplicate": "M5 5h9v9H5zM2 11V2h9",
    "follow_up": "M3 8a5 5 0 1 1 1.5 3.5M3 13v-2.5h2.5",
    "flag": "M4 15V2h8l-2 3 2 3H4",
    "interview": "M2 3h12v8H8l-4 3v-3H2z",
    "good": "M3 8.5l3.5 3.5L13 4",
}
