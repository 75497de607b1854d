"""The city that a place names, for its clock: only where it stands alone, and no other country behind it."""

from __future__ import annotations

import re

from scheduler.recognise.text import fold, on_demand

CITIES = {
    "new york": "America/New_York", "nyc": "America/New_York", "boston": "America/New_York",
    "toronto": "America/Toronto",
    "washington": "America/New_York", "miami": "America/New_York", "atlanta": "America/New_York",
    "chicago": "America/Chicago",
    "austin": "America/Chicago", "dallas": "America/Chicago", "houston": "America/Chicago", "denver": "America/Denver",
    "san francisco": "America/Los_Angeles", "los angeles": "America/Los_Angeles", "seattle": "America/Los_Angeles",
    "palo alto": "America/Los_Angeles", "mountain view": "America/Los_Angeles", "vancouver": "America/Vancouver",
    "mexico city": "America/Mexico_City", "cdmx": "America/Mexico_City", "ciudad de mexico": "America/Mexico_City",
    "bogota": "America/Bogota", "lima": "America/Lima", "santiago de chile": "America/Santiago",
    "buenos aires": "America/Argentina/Buenos_Aires", "sao paulo": "America/Sao_Paulo",
    "rio de janeiro": "America/Sao_Paulo",
    "london": "Europe/London", "londres": "Europe/London", "bristol": "Europe/London", "manchester": "Europe/London",
    "edinburgh": "Europe/London", "leeds": "Europe/London", "cardiff": "Europe/London", "dublin": "Europe/Dublin",
    "lisbon": "Europe/Lisbon", "lisboa": "Europe/Lisbon", "lissabon": "Europe/Lisbon", "porto": "Europe/Lisbon",
    "madrid": "Europe/Madrid", "barcelona": "Europe/Madrid", "valencia": "Europe/Madrid", "sevilla": "Europe/Madrid",
    "bilbao": "Europe/Madrid", "paris": "Europe/Paris", "lyon": "Europe/Paris", "marseille": "Europe/Paris",
    "nantes": "Europe/Paris", "lille": "Europe/Paris", "toulouse": "Europe/Paris", "bruxelles": "Europe/Brussels",
    "brussels": "Europe/Brussels", "amsterdam": "Europe/Amsterdam", "rotterdam": "Europe/Amsterdam",
    "berlin": "Europe/Berlin",
    "hamburg": "Europe/Berlin", "munchen": "Europe/Berlin", "munich": "Europe/Berlin", "koln": "Europe/Berlin",
    "frankfurt": "Europe/Berlin", "frankfurt am main": "Europe/Berlin", "frankfurt a m": "Europe/Berlin",
    "frankfurt main": "Europe/Berlin", "stuttgart": "Europe/Berlin", "leipzig": "Europe/Berlin",
    "dusseldorf": "Europe/Berlin",
    "wien": "Europe/Vienna", "vienna": "Europe/Vienna", "zurich": "Europe/Zurich", "genf": "Europe/Zurich",
    "geneva": "Europe/Zurich", "milano": "Europe/Rome", "milan": "Europe/Rome", "roma": "Europe/Rome",
    "rome": "Europe/Rome",
    "copenhagen": "Europe/Copenhagen", "kobenhavn": "Europe/Copenhagen", "stockholm": "Europe/Stockholm",
    "oslo": "Europe/Oslo",
    "helsinki": "Europe/Helsinki", "warsaw": "Europe/Warsaw", "warszawa": "Europe/Warsaw", "prague": "Europe/Prague",
    "praha": "Europe/Prague", "budapest": "Europe/Budapest", "athens": "Europe/Athens", "istanbul": "Europe/Istanbul",
    "tel aviv": "Asia/Jerusalem", "dubai": "Asia/Dubai", "mumbai": "Asia/Kolkata", "bangalore": "Asia/Kolkata",
    "bengaluru": "Asia/Kolkata", "delhi": "Asia/Kolkata", "singapore": "Asia/Singapore", "hong kong": "Asia/Hong_Kong",
    "shanghai": "Asia/Shanghai", "tokyo": "Asia/Tokyo", "seoul": "Asia/Seoul", "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne", "brisbane": "Australia/Brisbane", "perth": "Australia/Perth",
    "auckland": "Pacific/Auckland", "cape town": "Africa/Johannesburg", "johannesburg": "Africa/Johannesburg",
    "nairobi": "Africa/Nairobi", "lagos": "Africa/Lagos", "cairo": "Africa/Cairo",
}  # fmt: skip
_COUNTRIES = {
    "US": (
        "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    ),
    "CA": ("America/Toronto", "America/Vancouver"), "MX": ("America/Mexico_City",), "CO": ("America/Bogota",),
    "PE": ("America/Lima",), "CL": ("America/Santiago",), "AR": ("America/Argentina/Buenos_Aires",),
    "BR": ("America/Sao_Paulo",), "GB": ("Europe/London",), "IE": ("Europe/Dublin",), "PT": ("Europe/Lisbon",),
    "ES": ("Europe/Madrid",), "FR": ("Europe/Paris",), "BE": ("Europe/Brussels",), "NL": ("Europe/Amsterdam",),
    "DE": ("Europe/Berlin",), "AT": ("Europe/Vienna",), "CH": ("Europe/Zurich",), "IT": ("Europe/Rome",),
    "DK": ("Europe/Copenhagen",), "SE": ("Europe/Stockholm",), "NO": ("Europe/Oslo",), "FI": ("Europe/Helsinki",),
    "PL": ("Europe/Warsaw",), "CZ": ("Europe/Prague",), "HU": ("Europe/Budapest",), "GR": ("Europe/Athens",),
    "TR": ("Europe/Istanbul",), "IL": ("Asia/Jerusalem",), "AE": ("Asia/Dubai",), "IN": ("Asia/Kolkata",),
    "SG": ("Asia/Singapore",), "HK": ("Asia/Hong_Kong",), "CN": ("Asia/Shanghai",), "JP": ("Asia/Tokyo",),
    "KR": ("Asia/Seoul",), "AU": ("Australia/Sydney", "Australia/Melbourne", "Australia/Brisbane", "Australia/Perth"),
    "NZ": ("Pacific/Auckland",), "ZA": ("Africa/Johannesburg",), "KE": ("Africa/Nairobi",), "NG": ("Africa/Lagos",),
    "EG": ("Africa/Cairo",),
}  # fmt: skip
_COUNTRY_OF = {zone: country for country, zones in _COUNTRIES.items() for zone in zones}
# Names of countries and of their parts, folded, in five languages where they differ.
_REGIONS = {
    "US": (
        "usa|united states|united states of america|estados unidos|etats unis|vereinigte staaten|eua|eeuu|u s a|u s|us|"
        "alabama|alaska|arizona|arkansas|california|kalifornien|californie|colorado|connecticut|delaware|florida|"
        "georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|"
        "minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|"
        "north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|"
        "tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming"
    ),
    "CA": (
        "canada|kanada|ontario|quebec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|"
        "newfoundland|prince edward island"
    ),
    "GB": (
        "uk|u k|gb|united kingdom|great britain|england|scotland|wales|northern ireland|angleterre|royaume uni|"
        "ecosse|inglaterra|reino unido|escocia|grossbritannien|vereinigtes konigreich|schottland|lincolnshire"
    ),
    "AU": "australia|australien|australie|new south wales|queensland|south australia|tasmania|victoria|"
    "western australia",
    "DE": "germany|deutschland|allemagne|alemania|alemanha", "FR": "france|frankreich|francia|franca",
    "ES": "spain|spanien|espagne|espana|espanha", "PT": "portugal|algarve|faro", "IT": "italy|italien|italie|italia",
    "IE": "ireland|irland|irlande|irlanda|eire", "AT": "austria|osterreich|autriche", "NL": "netherlands|niederlande|"
    "pays bas|paises bajos|paises baixos|holland|nederland", "BE": "belgium|belgien|belgique|belgica",
    "CH": "switzerland|schweiz|suisse|suiza|suica|svizzera", "MX": "mexico|mexiko|mexique",
    "BR": "brazil|brasil|brasilien|bresil", "AR": "argentina|argentinien|argentine", "CL": "chile|chili",
    "CO": "colombia|kolumbien|colombie", "PE": "peru|perou", "VE": "venezuela", "PH": "philippines|filipinas",
    "NZ": "new zealand|neuseeland", "ZA": "south africa|sudafrika", "NG": "nigeria", "IN": "india|indien|inde",
    "PA": "panama", "CU": "cuba|kuba", "EC": "ecuador", "GT": "guatemala",
}  # fmt: skip
_REGION_OF = {name: frozenset({country}) for country, names in _REGIONS.items() for name in names.split("|")}
# As they stand behind a town; some mean more than one country.
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|"
    "PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
)
_CODES = {
    **{state: frozenset({"US"}) for state in _STATES.split("|")},
    **dict.fromkeys(("AB", "BC", "MB", "NB", "NS", "ON", "PE", "QC", "SK"), frozenset({"CA"})),
    **dict.fromkeys(("ACT", "NSW", "QLD", "TAS", "VIC"), frozenset({"AU"})),
    "AR": frozenset({"US", "AR"}), "CA": frozenset({"US", "CA"}), "CO": frozenset({"US", "CO"}),
    "DE": frozenset({"US", "DE"}), "IL": frozenset({"US", "IL"}), "IN": frozenset({"US", "IN"}),
    "MI": frozenset({"US", "IT"}), "WA": frozenset({"US", "AU"}),
}  # fmt: skip
# What may stand beside a city that is meant as the place.
_BESIDE = frozenset({
    "office", "offices", "hq", "headquarters", "buro", "zentrale", "standort", "bureau", "bureaux", "siege", "oficina",
    "oficinas", "sede", "escritorio", "escritorios", "cedex", "d", "the", "in", "of", "de", "do", "da", "di",
})  # fmt: skip
_ROOMS = on_demand(r"room|raum|zimmer|\bsal(?:a|le|on|ao)\b|\bsaal\b|boardroom")
# A postal code before a city and its district: 10117 Berlin-Mitte.
_DISTRICT = on_demand(r"\s*(?:[a-z]-)?\d{4,5}\s+([a-z ]+)-[a-z]+\s*")
_WORD = re.compile(r"[^\W_]+")
_PIECES = on_demand(r"[()|]|\s[-–—/]\s")


def city_in(location: str) -> str | None:
    """The last city that a piece of the location, between commas or lines, names and nothing else.

    Rooms are called after cities, too, and streets; 'Paris, Texas' is another Paris.
    """
    folded = fold(location)
    if "://" in folded or not any(city in folded for city in CITIES):
        return None
    segments = re.split(r"[,;\n]", location)
    for at in range(len(segments) - 1, -1, -1):
        pieces = [segments[at]] if _ROOMS().search(fold(segments[at])) else _PIECES().split(segments[at])
        for place in range(len(pieces) - 1, -1, -1):
            city = _alone(pieces[place])
            if city is not None and not _elsewhere(city, [*pieces[place + 1 :], *segments[at + 1 :]]):
                return city
    return None


def _alone(piece: str) -> str | None:
    """The city, if the piece has only its name, a postal code, 'office' and the region that it lies in."""
    district = _DISTRICT().fullmatch(fold(piece))
    if district is not None and district[1] in CITIES:
        return district[1]
    written = _written(piece)
    found = [fold(w) for w in written]
    for low in range(len(found)):
        for high in range(len(found), low, -1):
            city = " ".join(found[low:high])
            if city in CITIES:
                region = _region(written[high:])
                fits = _beside(found[high:]) or (region is not None and _country(city) in region)
                return city if fits and _beside(found[:low]) else None
    return None


def _written(piece: str) -> list[str]:
    """Its words, without numbers and postal codes."""
    return [w for w in _WORD.findall(piece) if w.isalpha()]


def _beside(found: list[str]) -> bool:
    return all(w in _BESIDE for w in found)


def _elsewhere(city: str, behind: list[str]) -> bool:
    """Something behind it names another country, or a part of one."""
    country = _country(city)
    regions = [_region(_written(piece)) for piece in behind]
    return any(region is not None and country not in region for region in regions)


def _region(written: list[str]) -> frozenset[str] | None:
    """The countries that a region's name or abbreviation can stand for."""
    return _CODES.get("".join(written).upper()) or _REGION_OF.get(fold(" ".join(written)))


def _country(city: str) -> str:
    return _COUNTRY_OF[CITIES[city]]
