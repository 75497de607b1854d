"""What is read out of an invitation: company, position, people, links, phone, place."""

from __future__ import annotations

import pytest

from scheduler.model.interview import Interview, Person
from scheduler.recognise.cities import city_in
from scheduler.settings.core import CompanySetting, Settings
from tests.recognition.build import WORK, judge

TITLE = "Interview"


def facts(
    title: str = TITLE, text: str = "", *more: str, who: str = "company", settings: Settings | None = None
) -> Interview:
    found = judge(title, text, *more, who=who, settings=settings).interview
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("who", "title", "text", "company"),
    [
        ("company", "Interview", "", "Zephyrix"),
        ("company", "Interview at ZEPHYRIX", "", "ZEPHYRIX"),
        ("other:marrow-vane.example", "Interview", "Kim Lee, Marrow & Vane", "Marrow & Vane"),
        ("other:northmere-group.example", "Interview", "Regards, Northmere Talent", "Northmere"),
        ("other:muellerundsoehne.example", "Vorstellungsgespräch bei Müller und Söhne", "", "Müller und Söhne"),
        ("other:agency-one.example", "Interview at Globex", "", "Globex"),
        ("company", "Interview Sample Ltd", "", "Sample Ltd"),
        ("company", "Interview (Big Zephyrix)", "", "Big Zephyrix"),
        ("service", "Interview", "", "Zephyrix"),
        ("noted", "Interview Acme", "", "Acme"),
        ("noted", "Acme & Sons interview", "", "Acme & Sons"),
        ("noted", "Phone screen with Acme Labs 3pm", "", "Acme Labs"),
        ("noted", "Vorstellungsgespräch bei der Acme GmbH", "", "Acme GmbH"),
        ("noted", "Entretien chez Éditions du Phare", "", "Éditions du Phare"),
        ("noted", "Entrevista en Acme", "", "Acme"),
        ("noted", "Entrevista na Padaria Sol", "", "Padaria Sol"),
        ("noted", "Interview (Kim, Acme)", "", "Acme"),
        ("noted", "Interview 14:30 Alex Moreau", "", None),
        ("noted", "Alex Moreau and Mo Diaz: Recruiter Screen", "", None),
        ("noted", "Interview: Mo Diaz & Alex Moreau", "", None),
        ("noted", "Alex Moreau and Mo Diaz: Acme interview", "", "Acme"),
        ("noted", "Vorstellungsgespräch (Doodle)", "", None),
        ("noted", "Vorstellungsgespräch bei Doodle", "", "Doodle"),
    ],
)
def test_company(who: str, title: str, text: str, company: str | None) -> None:
    assert facts(title, text, who=who).company == company


def test_the_settings_know_a_company_by_domain_and_by_name() -> None:
    known = CompanySetting(
        "Zephyrix International", ("zephyrix.example",), contact="Jo Park <jo@zephyrix.example>", phone="+1 555 0100"
    )
    settings = Settings(companies=(known, CompanySetting("Acme Corp")))
    found = facts(settings=settings)
    assert found.company == "Zephyrix International"
    assert found.contact == Person("Jo Park", "jo@zephyrix.example")
    assert found.phone == "+1 555 0100"
    assert facts("Interview acme corp 2pm", who="noted", settings=settings).company == "Acme Corp"


@pytest.mark.parametrize(
    ("title", "text", "position"),
    [
        ("Interview: Senior Backend Engineer at Zephyrix", "", "Senior Backend Engineer"),
        ("Zephyrix | Product Manager | First interview", "", "Product Manager"),
        ("Vorstellungsgespräch Projektleiter (m/w/d)", "", "Projektleiter (m/w/d)"),
        ("Gespräch zur Stelle Controller", "", "Controller"),
        ("Entretien pour le poste de Chargé de projet", "", "Chargé de projet"),
        ("Entrevista para a vaga de Engenheiro de Dados", "", "Engenheiro de Dados"),
        ("Interview", "Position: QA Lead (Remote)\nWith: Kim", "QA Lead"),
        ("Interview", "Thank you for applying to the Solutions Architect role.", "Solutions Architect"),
        (
            "Interview",
            "Ihre Bewerbung auf die Stelle als Assistenz der Geschäftsführung hat uns gefallen.",
            "Assistenz der Geschäftsführung",
        ),
        ("Interview", "Vacante: Contable senior", "Contable senior"),
        ("Interview with Kim Lee, Engineering Manager", "", None),
        ("Meet our Head of Design", "", None),
        ("Call with recruiter", "", None),
    ],
)  # fmt: skip
def test_position(title: str, text: str, position: str | None) -> None:
    assert facts(title, text).position == position


def test_the_contact_is_the_organizer_unless_nobody_reads_there() -> None:
    assert facts().contact == Person("Kim Lee", "kim.lee@zephyrix.example")
    assert facts(who="service").contact == Person("Kim Lee", "kim.lee@zephyrix.example")
    named = facts(text="Questions? Contact Jo Park jo.park@zephyrix.example", who="service").contact
    assert named == Person("Jo Park", "jo.park@zephyrix.example")
    assert facts("Interview Acme", "contact Kim Lee kim@acme.example", who="noted").contact == Person(
        "Kim Lee", "kim@acme.example"
    )


@pytest.mark.parametrize(
    ("organizer", "contact"),
    [
        ("ORGANIZER;CN=Hiring Ops:mailto:hiring-ops@zephyrix.example", None),
        ("ORGANIZER;CN=Zephyrix:mailto:no-reply@zephyrix.example", None),
        ("ORGANIZER;CN=Zephyrix Candidates:mailto:c_01@group.calendar.google.com", None),
        ("ORGANIZER:invalid:nomail", None),
        ("ORGANIZER;CN=\"robin@corp.example\":/dav/principals/robin/", "robin@corp.example"),
        ("ORGANIZER;SENT-BY=\"mailto:pa@corp.example\":mailto:boss@corp.example", "boss@corp.example"),
    ],
)  # fmt: skip
def test_robots_groups_and_departments_are_no_contacts(organizer: str, contact: str | None) -> None:
    found = facts("Interview: Backend Engineer", "", organizer, who="noted")
    assert (found.contact.address if found.contact else None) == contact
    if "group.calendar" in organizer:
        assert found.organizer is None


BOOKED = "https://calendly.com/events/70e40525-2a4f-4a75-8300-a1645875b115/google_meet"


def test_within_her_own_company_a_colleague_is_whom_to_ask() -> None:
    hr = f"ORGANIZER;CN=HR:mailto:hr@ownfirm.example\nATTENDEE:mailto:{WORK}".split("\n")
    title, text = "Interview for your internal application: Team Lead", "Questions: dana.fox@ownfirm.example"
    for found in (
        facts(title, text, *hr, who="noted"),
        facts(title, "", *hr, "ATTENDEE;CN=Dana Fox:mailto:dana.fox@ownfirm.example", who="noted"),
    ):
        assert found.contact is not None
        assert found.contact.address == "dana.fox@ownfirm.example"


TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_X%40thread.v2/0?context=%7b%7d"


@pytest.mark.parametrize(
    ("text", "more", "link"),
    [
        ("https://zoom.us/j/1", ("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://v.example/1",), "https://v.example/1"),
        ("", ("CONFERENCE;FEATURE=AUDIO:https://a.example/1", "CONFERENCE;FEATURE=AUDIO,VIDEO:https://v.example/2"), "https://v.example/2"),
        ("", ("CONFERENCE;FEATURE=PHONE:tel:+1-202-555-0146",), None),
        ("", ("X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij", "LOCATION:https://zoom.us/j/2"), "https://meet.google.com/abc-defg-hij"),
        ("", (f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{TEAMS}",), TEAMS),
        ("", ("LOCATION:https://rooms.acme.example/42",), "https://rooms.acme.example/42"),
        ("", ("LOCATION:https://www.google.com/maps/place/x",), None),
        ("", ("LOCATION:integrations:zoom",), None),
        ("", ("URL:https://us02web.zoom.us/j/3?pwd=a",), "https://us02web.zoom.us/j/3?pwd=a"),
        ("", ("URL:https://acme.example/jobs/1",), None),
        (f"Join<{TEAMS}>\nOptions<https://teams.microsoft.com/meetingOptions/?x=1>", (), TEAMS),
        ("Reschedule: https://cal.example/reschedule/1", (), None),
        ("Cancel: https://meetings.example/cancel/1\nJoin the video: https://talk.acme.example/r/9.", (), "https://talk.acme.example/r/9"),
        ("Code here: https://app.coderpad.io/XYZ", (), None),
        ("Guide: https://acme.example/guide", (), None),
        ("Join: javascript:alert(1) or ftp://zoom.us/j/1", (), None),
        ('<p>Join <a href="https://zoom.us/j/77?pwd=x">here</a></p>', (), "https://zoom.us/j/77?pwd=x"),
        ("https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F77%3Fpwd%3Dx&data=05", (), "https://zoom.us/j/77?pwd=x"),
        ("https://urldefense.com/v3/__https://zoom.us/j/77?pwd=x__;!!AbC$", (), "https://zoom.us/j/77?pwd=x"),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__zoom.us_j_77-3Fpwd-3Dx&d=Dw", (), "https://zoom.us/j/77?pwd=x"),
        ('<a href="https://www.google.com/url?q=https://zoom.us/j/77&sa=D">x</a>', (), "https://zoom.us/j/77"),
        ("Join https://x.safelinks.protection.outlook.com/?url=javascript%3Aalert", (), "https://x.safelinks.protection.outlook.com/?url=javascript%3Aalert"),
        ("https://urldefense.com/v3/__https://zoom.us/j/7*7__;Lw!!AbC$", (), None),
        (f"Location: Google Meet\n{BOOKED}", (), BOOKED),
        ("", (f"LOCATION:{BOOKED}",), BOOKED),
        ("Cancel: https://calendly.com/cancellations/1\nBook: https://calendly.com/kim/events", (), None),
        ("https://app.cal.com/video/9KzvBq", (), "https://app.cal.com/video/9KzvBq"),
    ],
)  # fmt: skip
def test_join_link(text: str, more: tuple[str, ...], link: str | None) -> None:
    assert facts("Interview Acme", text, *more, who="noted").join_link == link


@pytest.mark.parametrize(
    ("text", "reschedule", "cancel"),
    [
        ("Reschedule: https://a.example/1\nCancel: https://a.example/2", "https://a.example/1", "https://a.example/2"),
        ("https://cal.example/rescheduling/9 https://cal.example/cancel/8", "https://cal.example/rescheduling/9", "https://cal.example/cancel/8"),
        ("Termin passt nicht? https://a.example/1", "https://a.example/1", None),
        ("Déplacer : https://a.example/1 Annuler : https://a.example/2", "https://a.example/1", "https://a.example/2"),
        ("Cambiar hora: https://a.example/1", "https://a.example/1", None),
        ("Remarcar: https://a.example/1", "https://a.example/1", None),
        ("Please visit https://a.example/1", None, None),
    ],
)  # fmt: skip
def test_links_for_another_time(text: str, reschedule: str | None, cancel: str | None) -> None:
    found = facts(text=text)
    assert (found.reschedule_link, found.cancel_link) == (reschedule, cancel)


@pytest.mark.parametrize(
    ("text", "more", "phone"),
    [
        ("", ("LOCATION:Robin will call you on 202-555-0147 x12",), "202-555-0147"),
        ("", ("CONFERENCE;FEATURE=PHONE:tel:+1-202-555-0146\\,\\,\\,55512",), "+1-202-555-0146"),
        ("+12025550143,,81234567890#,,,,*123456# US", (), "+12025550143"),
        ("Rückruf: 069 90009 314.", (), "069 90009 314"),
        ("Amparo, 910 555 318. preguntar", (), "910 555 318"),
        ("Meeting ID: 812 3456 7890\nPasscode: 123456", (), None),
        ("ID de réunion : 944 802 274 620", (), None),
        ("Conference ID: 735 728 42#", (), None),
        ("then 735 728 421#", (), None),
        ("req 20931, 2027-03-05 10:00, salary 85000-95000", (), None),
        ("call me at https://x.example/4915112345678", (), None),
    ],
)
def test_phone(text: str, more: tuple[str, ...], phone: str | None) -> None:
    assert facts("Interview Acme", text, *more, who="noted").phone == phone


def test_the_users_own_number_is_not_the_one_to_call() -> None:
    settings = Settings(phone="+49 30 1234567")
    assert facts(text="We call you at 030 1234567", settings=settings).phone is None


@pytest.mark.parametrize(
    ("title", "text", "more", "remote"),
    [
        ("Phone interview", "", (), True),
        ("Interview", "https://zoom.us/j/1", (), True),
        ("Interview", "", ("LOCATION:Microsoft Teams Meeting",), True),
        ("Interview", "", ("LOCATION:5 Surrey Quays Rd\\, London",), False),
        ("Interview", "https://meet.google.com/abc-defg-hij", ("LOCATION:Room Ada\\, Berlin",), False),
        ("Onsite interview", "", (), False),
        ("Interview", "", ("LOCATION:integrations:zoom",), None),
        ("Interview", "", ("LOCATION:Industriestr. 12\\, 13509 Berlin\\, Raum 2.04",), False),
        ("Interview", "", ("LOCATION:+49 30 2312 5417",), True),
        ("Entretien", "Je vous appellerai au numéro de votre CV.", (), True),
        ("Interview", "Ort bleibt gleich: Verwaltung, EG.", (), False),
        ("Interview", "", (), None),
    ],
)
def test_remote_or_at_a_place(title: str, text: str, more: tuple[str, ...], remote: bool | None) -> None:
    assert facts(title, text, *more).remote is remote


BERLIN, NEW_YORK, LONDON = "Europe/Berlin", "America/New_York", "Europe/London"


@pytest.mark.parametrize(
    ("text", "more", "start", "zone", "why"),
    [
        ("2:00 PM EST, see you", (), "DTSTART:20270305T190000Z", NEW_YORK, "text"),
        ("10:00 (Europe/London)", (), "DTSTART:20270305T100000Z", LONDON, "text"),
        ("9am New York time", (), "DTSTART:20270305T140000Z", NEW_YORK, "text"),
        ("um 9 Uhr Londoner", ("LOCATION:1 Road\\, London",), "DTSTART:20270305T090000Z", LONDON, "place"),
        ("", (), f"DTSTART;TZID={NEW_YORK}:20270305T100000", NEW_YORK, "organizer"),
        ("", (), "DTSTART;TZID=Eastern Standard Time:20270305T100000", NEW_YORK, "organizer"),
        ("10:00 GMT", (), f"DTSTART;TZID={NEW_YORK}:20270305T050000", LONDON, "text"),
        ("Invitee time zone: America/Chicago", (), "DTSTART:20270305T100000Z", None, None),
        ("", (), f"DTSTART;TZID={BERLIN}:20270305T100000", None, None),
        ("", (), "DTSTART;TZID=UTC:20270305T100000", None, None),
        ("", (), "DTSTART:20270305T100000", None, None),
        ("the best, 12 et al", (), "DTSTART:20270305T100000Z", None, None),
    ],
)  # fmt: skip
def test_the_employers_zone(text: str, more: tuple[str, ...], start: str, zone: str | None, why: str | None) -> None:
    found = judge(TITLE, text, *more, who="company", zone=BERLIN, start=start).interview
    assert found is not None
    assert found.employer_zone == zone
    assert (found.zone_from or "").find(why or "") >= 0
    assert (found.zone_from is None) == (zone is None)


@pytest.mark.parametrize(
    ("place", "city"),
    [
        ("12 Berlin Street, Dublin", "dublin"),
        ("Paris, Texas", None),
        ("Paris, TX 75460", None),
        ("London, Ontario", None),
        ("Dublin, OH 43017, USA", None),
        ("Lagos, Portugal", None),
        ("Athens, Ga.", None),
        ("Perth, WA", "perth"),
        ("Room Lisbon, 3rd floor", None),
        ("Sydney Opera Cafe, Soho", None),
        ("Meeting room Tokyo", None),
        ("Meeting room (Tokyo)", None),
        ("Room Tokyo, London SE16 4XY", "london"),
        ("London W1A 1AA, UK", "london"),
        ("New York, NY 10001", "new york"),
        ("Zoom (New York office)", "new york"),
        ("Acme HQ, Berlin", "berlin"),
        ("Torstraße 98, D-10119 Berlin, Deutschland", "berlin"),
        ("Industriestr. 12, 13509 Berlin-Tegel, Raum 2.04", "berlin"),
        ("60311 Frankfurt am Main", "frankfurt am main"),
        ("Besprechungsraum Wien", None),
        ("Wiener Platz, München", "munchen"),
        ("Paris, Kentucky, Vereinigte Staaten", None),
        ("Salle Tokyo, 2e étage", None),
        ("18 rue du Sentier, 75002 Paris, France", "paris"),
        ("Bureau de Lyon", "lyon"),
        ("Londres, Ontario, Canada", None),
        ("Sala de reuniones Madrid", None),
        ("Calle Mayor 3, 28013 Madrid", "madrid"),
        ("Valencia, Venezuela", None),
        ("Ciudad de México", "ciudad de mexico"),
        ("Sala Lisboa, 2.º andar", None),
        ("Rua Augusta 5, 1100-048 Lisboa", "lisboa"),
        ("São Paulo, SP, Brasil", "sao paulo"),
        ("Pastelaria Porto, Braga", None),
    ],
)  # fmt: skip
def test_a_city_is_a_place_only_where_it_stands_alone(place: str, city: str | None) -> None:
    assert city_in(place) == city


def test_a_note_of_the_users_own_has_no_organizers_zone() -> None:
    found = judge("Interview Acme", start=f"DTSTART;TZID={NEW_YORK}:20270305T100000").interview
    assert found is not None
    assert found.employer_zone is None


def test_settings_win_over_what_the_text_says_about_the_zone() -> None:
    settings = Settings(companies=(CompanySetting("Zephyrix", ("zephyrix.example",), zone="Asia/Tokyo"),))
    found = facts(text="2:00 PM EST", settings=settings)
    assert (found.employer_zone, found.zone_from) == ("Asia/Tokyo", "your settings for the company")
