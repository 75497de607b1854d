"""Who is not an employer: services that send invitations, mail providers, robots and shared mailboxes."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

# Applicant tracking, interview scheduling and testing services, by registered domain.
HIRING = frozenset({
    "greenhouse.io", "greenhouse-mail.io", "lever.co", "ashbyhq.com", "goodtime.io", "myworkday.com", "workday.com",
    "myworkdayjobs.com", "smartrecruiters.com", "smartrecruitersmail.com", "teamtailor.com", "teamtailor-mail.com",
    "personio.de", "personio.com", "recruitee.com", "recruiteemail.com", "workable.com", "workablemail.com",
    "jobvite.com", "icims.com", "bamboohr.com", "breezy.hr", "breezymail.com", "gem.com", "modernloop.io",
    "modernloop.com", "prelude.co", "interviewplanner.com", "hirevue.com", "sparkhire.com", "willo.video",
    "vidcruiter.com", "codility.com", "hackerrank.com", "coderpad.io", "codesignal.com", "codeinterview.io",
    "interviewing.io", "karat.com", "karat.io", "hackerearth.com", "testgorilla.com", "taleo.net",
    "successfactors.com", "successfactors.eu", "applytojob.com", "jazzhr.com", "jazz.co", "pinpointhq.com",
    "homerun.co", "join.com", "softgarden.io", "softgarden.de", "rexx-systems.com", "onlyfy.io", "prescreen.io",
    "umantis.com", "dvinci.de", "dvinci-hr.com", "welcomekit.co", "welcometothejungle.com", "flatchr.io",
    "taleez.com", "gupy.io", "kenoby.com", "solides.com.br", "solides.jobs", "infojobs.net", "factorialhr.com",
    "bizneo.com", "viterbit.com", "comeet.co", "comeet.com", "comeetmail.com", "rippling.com", "rippling-ats.com",
    "dover.com", "dover.io", "wellfound.com", "hired.com", "otta.com", "avature.net", "eightfold.ai",
    "phenompeople.com", "phenom.com", "beamery.com", "paradox.ai", "hirebridge.com", "jobscore.com",
    "recruiterbox.com", "trakstar.com", "zohorecruit.com", "freshteam.com", "tellent.com", "jobylon.com",
    "reachmee.com", "varbi.com", "hrmanager.net", "emply.com", "talentlyft.com", "manatal.com", "bullhorn.com",
    "bullhornstaffing.com", "loxo.co", "greenhouserecruiting.com", "oorwin.com", "ceipal.com",
    "cornerstoneondemand.com", "csod.com", "ukg.com", "ultipro.com", "paylocity.com", "jobdiva.com", "lever.com",
    "hire.com", "candidate.fyi", "metaview.ai", "brighthire.ai", "interviewstream.com", "myinterview.com",
    "harver.com", "shl.com", "pymetrics.com", "criteriacorp.com", "hirequest.com",
})  # fmt: skip
# Booking pages: used for interviews and for everything else.
SCHEDULING = frozenset({
    "calendly.com", "cal.com", "savvycal.com", "zcal.co", "tidycal.com", "youcanbook.me", "acuityscheduling.com",
    "doodle.com", "meetergo.com", "hubspot.com", "chilipiper.com", "x.ai", "reclaim.ai", "motion.com",
    "usemotion.com", "simplybook.me", "setmore.com", "appointlet.com", "oncehub.com", "calendarhero.com", "vyte.in",
    "koalendar.com", "zeeg.me", "clockwise.com", "getclockwise.com", "bookings.microsoft.com", "scheduleonce.com",
    "cronofy.com", "lemcal.com", "morgen.so", "rdv360.com", "harmonizely.com",
})  # fmt: skip
# Meeting and mail infrastructure that shows up as sender, never as an employer of the invitation.
CARRIERS = frozenset({
    "zoom.us", "zoomgov.com", "google.com", "calendar.google.com", "microsoft.com", "teams.microsoft.com",
    "webex.com", "linkedin.com", "indeed.com", "indeedemail.com", "stepstone.de", "xing.com", "whereby.com",
    "loom.com",
})  # fmt: skip
_SERVICES = HIRING | SCHEDULING | CARRIERS
_MAIL_DOMAINS = frozenset({
    "web.de", "t-online.de", "freenet.de", "posteo.de", "posteo.net", "mailbox.org", "me.com", "mac.com",
    "icloud.com", "pm.me", "orange.fr", "wanadoo.fr", "laposte.net", "free.fr", "sfr.fr", "uol.com.br", "bol.com.br",
    "terra.com.br", "ig.com.br", "sapo.pt", "telefonica.net", "libero.it", "mail.ru", "qq.com", "163.com", "126.com",
    "naver.com", "hey.com", "comcast.net", "verizon.net", "att.net", "bluewin.ch", "bt.com", "btinternet.com",
    "arcor.de", "virgilio.it", "ziggo.nl", "kpnmail.nl", "telia.com", "seznam.cz", "wp.pl", "o2.pl", "rediffmail.com",
    "duck.com", "privaterelay.appleid.com", "users.noreply.github.com", "example.com", "example.org", "example.net",
})  # fmt: skip
# Under whatever ending: these names say 'mail' and nothing about an employer.
_MAIL_LABELS = frozenset({
    "gmail", "googlemail", "yahoo", "ymail", "rocketmail", "hotmail", "outlook", "live", "msn", "aol", "gmx",
    "yandex", "proton", "protonmail", "tutanota", "tuta", "tutamail", "fastmail", "zoho", "zohomail", "hushmail",
    "mail", "email", "mailbox", "inbox", "boite", "boitemail", "briefkasten", "buzon", "postfach", "courriel",
    "correo", "webmail", "mymail",
})  # fmt: skip
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "gob", "or", "ne"})
_ROBOTS = (
    "no-reply", "noreply", "no_reply", "no.reply", "do-not-reply", "donotreply", "do_not_reply", "notification",
    "mailer", "daemon", "bounce", "ne-pas-repondre", "nepasrepondre", "no-responder", "noresponder", "nao-responda",
    "naoresponda", "nicht-antworten", "automated", "autoreply", "calendar-", "invites", "invitations", "robot",
    "system",
)  # fmt: skip
# Mailboxes of a department; the words of which the recruiting ones are made say what the invitation is about.
_RECRUITING = frozenset({
    "hiring", "recruiting", "recruitment", "recruiter", "recruit", "recruiters", "talent", "talents",
    "talentacquisition", "ta", "careers", "career", "jobs", "job", "hr", "rh", "rrhh", "people", "peopleops",
    "humanresources", "candidates", "candidate", "applications", "applicants", "interviews", "interview", "karriere",
    "bewerbung", "bewerbungen", "bewerber", "personal", "personalabteilung", "recrutement", "recrutements", "emploi",
    "candidatures", "carrieres", "empleo", "seleccion", "reclutamiento", "talento", "candidatos", "convocatorias",
    "recrutamento", "vagas", "carreiras", "selecao", "candidaturas", "werving", "vacatures", "lavoro", "selezione",
    "staffing", "resourcing", "earlycareers", "graduates", "graduate", "talentojoven", "concours", "ausbildung",
    "praktikum", "trainees", "traineeprogramm", "estagios", "stages", "alternance", "campus", "joinus", "joinourteam",
    "gente",
})  # fmt: skip
_SHARED = _RECRUITING | frozenset({
    "info", "hello", "hi", "contact", "kontakt", "contacto", "contato", "office", "team", "admin", "support", "mail",
    "scheduling", "scheduler", "schedule", "coordination", "coordinator", "coordinators", "ops", "calendar", "events",
    "event", "termine", "booking", "bookings", "service", "sales", "ventas", "comercial", "secretaria", "secretariat",
    "sekretariat", "accueil", "reception", "webinars", "leitung", "schulleitung", "direktion", "direction",
    "direccion", "direcao", "appointments", "appointment", "rdv", "citas", "agenda", "marcacoes", "empfang", "geral",
    "equipe", "equipo", "equipa", "empresa", "welcome", "demo", "meetings", "rooms", "room", "reply",
})  # fmt: skip


@lru_cache(maxsize=4096)
def registered(host: str) -> str:
    """The domain under which a host is registered: 'us.greenhouse-mail.io' is 'greenhouse-mail.io'."""
    parts = host.lower().rstrip(".").split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2:
        return ".".join(parts[-3:])
    return ".".join(parts[-2:])


def domain_of(address: str) -> str:
    return registered(address.rpartition("@")[2])


def label_of(domain: str) -> str:
    """What stands before the ending: 'windpark-nord' of 'windpark-nord.example'."""
    return domain.split(".", 1)[0]


@lru_cache(maxsize=4096)
def kind_of(domain: str) -> Literal["service", "private", "company"]:
    """Whose addresses these are: a service's, people's own, or for all one knows a company's."""
    return "service" if is_service(domain) else "private" if is_private(domain) else "company"


def is_private(domain: str) -> bool:
    """A provider of mailboxes: such an address says nothing about an employer."""
    return domain in _MAIL_DOMAINS or label_of(domain) in _MAIL_LABELS


def is_service(domain: str) -> bool:
    return domain in _SERVICES


def is_robot(address: str) -> bool:
    """Nobody reads what is sent there."""
    local = address.split("@", 1)[0]
    return is_service(domain_of(address)) or local.startswith(_ROBOTS) or "noreply" in local or "no-reply" in local


def is_shared(address: str) -> bool:
    """The mailbox of a department, not of a person."""
    return any(part in _SHARED for part in _parts(address))


def is_all_shared(address: str) -> bool:
    """No part of it can be somebody's name: 'hr.ops', unlike 'earlycareers.tessa'."""
    parts = _parts(address)[:-1]
    return all(part in _SHARED or len(part) < 3 for part in parts)


def is_recruiting(address: str) -> bool:
    return any(part in _RECRUITING for part in _parts(address))


def _parts(address: str) -> list[str]:
    local = address.split("@", 1)[0]
    return [*local.replace("-", ".").replace("_", ".").replace("+", ".").split("."), local.replace("-", "")]
