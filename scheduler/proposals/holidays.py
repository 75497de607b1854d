"""Public holidays of a country and year, from the `holidays` library, which is loaded here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from scheduler.errors import UsageError

HINT = "write an ISO 3166 code such as 'DE', with a region as 'US-CA'"


def public_holidays(country: str, years: Iterable[int]) -> dict[date, str]:
    """The public holidays of 'DE' or 'US-CA' with their English names; raises UsageError for an unknown code."""
    import holidays

    code, _, region = country.upper().partition("-")
    try:
        found = holidays.country_holidays(code, subdiv=region or None, years=list(years), language="en_US")
    except NotImplementedError:
        raise UsageError(f"'{country}' is no country or region whose holidays are known; {HINT}.") from None
    return dict(sorted(found.items()))
