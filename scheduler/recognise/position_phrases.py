"""The phrases of a text behind or before which the name of a position stands."""

import re
from collections.abc import Callable
from typing import NamedTuple

from scheduler.recognise.text import on_demand

# Held against texts with plain apostrophes only: with others in them, classes of letters take ten times as long to
# compile.
# A word of a name, with brackets that end it: 'Chargé(e)', and what may join two words of it.
_W = r"[^\W_][\w/+#&'.*-]*(?:(?:\([\w/]{1,6}\)|:in(?:nen)?\b)[\w/]*)?"
CAP = r"[A-ZÀ-Þ][\w/+#&'.*-]*(?:(?:\([\w/]{1,6}\)|:in(?:nen)?\b)[\w/]*)?"
_JOIN = r"(?:of|and|&|de|da|do|des|du|del|der|für|for|the|und|et|y|e|d'|la|le|in|im|to|-|–|I|II|III)"
_NAME = rf"{CAP}(?:,? (?:(?:{_JOIN} ){{0,2}}{CAP}|\d{{4}})){{0,6}}(?: \([^()\n]{{2,24}}\))?"
# In French, Spanish and Portuguese only the first word is capitalised, if any.
_LOOSE = rf"{_W}(?: {_W}){{0,7}}(?: \([^()\n]{{2,24}}\))?"


class Phrase(NamedTuple):
    """A way to name a position; tried only where one of its words occurs.

    After `naming` ('vaga de …', 'Stelle als …') comes a position even if no word of it is known; `lower`: in small
    letters too; `begins`: only where a role begins it.
    """

    triggers: frozenset[str]
    pattern: Callable[[], re.Pattern[str]]
    naming: bool = False
    lower: bool = False
    begins: bool = False


def _phrase(triggers: str, pattern: str, naming: bool = False, lower: bool = False, begins: bool = False) -> Phrase:
    return Phrase(frozenset(triggers.split()), on_demand(pattern), naming, lower, begins)


PHRASES = (
    _phrase(
        "role position opening vacancy opportunity job requisition stelle vaga vacante puesto poste posicion posicao "
        "beruf funktion rolle fonction metier emploi funcion cargo funcao",
        r"\b(?:[Rr]ole|[Pp]osition|[Vv]acancy|[Oo]pening|[Jj]ob|[Rr]equisition|[Ss]telle|[Vv]aga|[Vv]acante|[Pp]uesto|"
        r"[Pp]oste|[Pp]osici[oó]n|[Pp]osi[çc][aã]o|Beruf|Funktion|Rolle|[Ff]onction|[Mm]étier|[Ee]mploi|[Ff]unci[oó]n|"
        rf"[Cc]argo|[Ff]un[çc][aã]o)(?:\s?[:=]\s?|\s[-–]\s)(?:[A-Z]{{1,4}}-?\d+\s)?({_LOOSE})",
        naming=True,
    ),
    _phrase(
        "role position vacancy job stelle vaga vacante puesto req requisition",
        rf"\b(?:[Rr]ole|[Pp]osition|[Vv]acancy|[Jj]ob|[Ss]telle|[Rr]eq|[Rr]equisition)\s"
        rf"(?:[Nn]o\.? |#|[Nn]r\.? )?[A-Z]{{0,4}}-?\d+,?\s"
        rf"\(?({_NAME})",
        naming=True,
    ),
    _phrase(
        "role position opening vacancy opportunity job search post seat",
        r"(?:\(|\b(?:[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or|[Aa]bout|[Rr]egarding|[Cc]onfidential|[Bb]ased|[Rr]e:?)\s+)"
        r"(?:(?:confidential|new|open|\w+[- ]based) )?"
        rf"({_NAME})\s+(?:role|position|opening|vacancy|opportunity|job|search|post|seat)\b",
        naming=True,
    ),
    _phrase(
        "poste puesto vaga",
        r"\b(?:[Pp]our (?:le|un|notre) poste|[Pp]ara (?:el|nuestro) puesto|[Pp]ara (?:a|nossa) vaga) "
        rf"(?:de |d')({_LOOSE})",
        lower=True,
    ),
    _phrase("poste puesto vaga vacante", rf"\b(?:[Pp]oste|[Pp]uesto|[Vv]aga|[Vv]acante) ({CAP}(?: {_W}){{0,5}})"),
    # 'poste juriste droit social', in the user's note.
    _phrase(
        "poste puesto vaga vacante stelle",
        rf"(?:^|[,;.(]\s?|\n)(?:poste|puesto|vaga|vacante|[Ss]telle) "
        rf"(?!d[aeo]s? |d'|para |pour |als )({_LOOSE})(?=[,;.)\n]|$)",
    ),
    _phrase("first", r"\bas (?:our |the |an? )(first (?:[\w-]+ ){1,2}hire)\b", lower=True),
    _phrase(
        "como quedas",
        r"\b(?:quedas|quedar[ií]as|entrar\w*|empezar\w*|incorporar\w*|trabajar\w*|ficar\w*|come[çc]ar\w*) como "
        rf"({_LOOSE})",
    ),
    _phrase("contrat", rf"\bcontrat (?:de |d'|comme )?({_LOOSE})"),
    _phrase(
        "role position vacancy post job opening",
        rf"\b(?:[Rr]ole|[Pp]osition|[Vv]acancy|[Pp]ost|[Jj]ob|[Oo]pening)\s(?:of|as|for)\s(?:an? |our |the )?({_NAME})",
        naming=True,
    ),
    _phrase(
        "interviewing applying application applied interview joining reporting stage for",
        r"\b(?:interviewing for|[Aa]pplying (?:to|for|as)|[Aa]pplication (?:to|for|as)|applied (?:to|for|as)"
        r"|[Ii]nterview for"
        r"|joining(?: us)? as|reporting to as|stage for|for each)\s+(?:the |our |an? )?(?:position of |role of )?"
        rf"({_NAME}|[a-z]+ (?:designer|engineer|developer|manager|analyst|scientist|nurse|teacher|assistant))",
    ),
    _phrase(
        "stelle position bewerbung rolle bewerben beworben bewirbst ausschreibung stellenausschreibung stellenprofil "
        "vakanz auswahlverfahren besetzungsverfahren ausbildung ausbildungsplatz praktikum",
        r"\b(?:[Ss]telle|[Pp]osition|[Bb]ewerbung|[Rr]olle|beworben|bewirbst|(?:Stellena|A)usschreibung|Stellenprofil|"
        r"Vakanz|(?:Auswahl|Besetzungs)verfahren|Ausbildung(?:splatz)?(?= als| zu)|Praktikum(?= als))\s+"
        rf"(?:(?:als|der|des|eines|einer|zur|zum|um|auf)\s+)?(?:die |den |der )?[„\"]?({_NAME})",
        naming=True,
    ),
    _phrase("poste posto offre", rf"\b(?:[Pp]oste|[Pp]osto|[Oo]ffre|[Ee]mploi)\s+(?:de |d')\s*[«\"]?({_LOOSE})", True),
    _phrase(
        "vaga vacante puesto rol posicion posicao cargo funcao vacantes",
        r"\b(?:[Vv]aga|[Vv]acante|[Pp]uesto|[Rr]ol|[Pp]osici[oó]n|[Pp]osi[çc][aã]o|[Cc]argo|[Ff]un[çc][aã]o)\s+"
        rf"(?:de |para |da |do )\s*[«\"]?({_LOOSE})",
        naming=True,
    ),
    _phrase(
        "candidatou candidatura candidature postule solicitud candidataste postulaste",
        r"\b(?:candidatou|candidataste|candidatura|[Cc]andidature|postul\w+|[Ss]olicitud|inscri\w+)\s+"
        rf"(?:a |à |ao |para |pra |al? |como |comme |pour |de |en tant que )"
        rf"(?:la |a |o |el |le |vaga de |puesto de )?({CAP}(?: {_W}){{0,5}})",
    ),
    _phrase("search", rf"\b[Ss]earch for (?:an? |our |the |their )?({_NAME})"),
    _phrase(
        "interest hiring hire recruiting need",
        r"\b(?:interest in|hiring(?: for)?|hire|recruiting|need) (?:the |our |an? )?(?:first |next |new )?"
        r"(?:(?:position|role|post) of )?"
        rf"({_NAME})",
    ),
    _phrase(
        "interview team process call stage round",
        rf"\b(?:for|to) the ({_NAME}) (?:interview|process|call|stage|round|team)\b",
    ),
    _phrase(
        "as als comme como",
        rf"\b(?:as|als|comme|como)\s+(?:an? |the |our |unsere? )?(?:first |new |next |neue[rn]? )?({_NAME})",
    ),
    _phrase(
        "role position opening vacancy job post seat",
        r"\b(?:[Ff]or the|[Tt]he|[Oo]ur|[Aa]n?|[Yy]our|[Ff]or) ((?:[\w/+#-]+ ){0,3}?[\w/+#-]+) "
        r"(?:role|position|opening|vacancy|job|post|seat)\b",
    ),
    _phrase(
        "for para pour fur",
        rf"(?<![Aa]sk )\b(?:for|para|pour|für)\s+({_NAME})"
        r"(?:(?<=\))|(?=[.,:;\n]|$|\s\(|\s(?:and|y|e|et|und|with|a|at|is|ist|est|está|has|on|am|às|le|el)\b))",
    ),
    _phrase(
        "join joining",
        r"\bjoin(?:ing)?(?: us)? as (?:our |the |an? )?((?:[\w-]+ ){0,3}?[\w-]+)"
        r"(?=[,.;!?\n]|$| (?:and|in|at|on|with|could|would|might)\b)",
    ),
    _phrase(
        "as als comme como",
        rf"\b(?:as an?|als|comme|como|en tant que?) (?:une? |uma? |una |eine? )?({_LOOSE})",
        begins=True,
    ),
    _phrase(
        "be become werden devenir ser etre",
        r"\b(?:be|become|werden|devenir|[êe]tre|ser) (?:our|unsere?|notre|nuestr[oa]|noss[oa]|an?|the) "
        rf"(?:first |next |new |neue[rn]? |prochaine? |próxim[oa] |nov[oa] |nuev[oa] )?({_NAME})",
    ),
    _phrase(
        "ausbildung praktikum alternance stage apprentissage practicas estagio internship apprenticeship",
        r"\b(?:[Aa]usbildung|[Pp]raktikum|[Aa]lternance|[Ss]tage|[Aa]pprentissage|[Pp]r[aá]cticas|[Ee]st[aá]gio|"
        rf"[Ii]nternship|[Aa]pprenticeship) (?:als |as an? |zu[mr] |de |d'|como |comme |en tant que )?"
        rf"({CAP}(?: {_W}){{0,5}})",
        begins=True,
    ),
    _phrase(
        "recrutement recrutamento seleccion contratacion contratacao besetzung einstellung plaza oferta oportunidad "
        "oportunidade opportunite",
        r"\b(?:recrutement|recrutamento|selecci[oó]n|contrataci[oó]n|contrata[çc][aã]o|Besetzung|Einstellung|plaza|"
        r"oferta|oportunidade?|opportunité) (?:d'une? |d'|de (?:une? |uma? |una? )?|einer |eines |para )"
        rf"({_LOOSE})",
        begins=True,
    ),
    _phrase(
        "profil perfil gesucht wanted title titre",
        r"\b(?:[Pp]rofil(?: recherché)?|[Pp]erfil(?: buscado)?|[Gg]esucht|[Ww]anted|[Tt]itle|[Tt]itre)\s?:\s?"
        rf"({_LOOSE})",
    ),
    _phrase("mission", rf"\b[Mm]ission (?:de |d')({_LOOSE})", begins=True),
    # What is handed out or held for it: 'Sales Manager brief', 'the next step in the Bid Writer process'.
    _phrase(
        "brief pack process recruitment campaign shortlist description specification candidates",
        rf"\b({_NAME}) (?:brief|pack|process|recruitment|campaign|shortlist|job description|person specification|"
        r"candidates)\b",
    ),
    _phrase(
        "proceso processo",
        rf"\b[Pp]roces[sc]?o (?:seletivo |selectivo |de selecci[oó]n )?(?:de|para) ({CAP}(?: {_W}){{0,5}})",
    ),
    _phrase(
        "recherche recherchons recrute recrutons busca buscamos buscando procura procuramos sucht suche suchen looking "
        "cherche cherchons seeking search zoekt cerca contratando contratamos recrutar contratar reclutar recruter "
        "embaucher einstellen",
        r"\b(?i:recherche|recherchons|recrute|recrutons|busca|buscamos|buscando|procura|procuramos|sucht|suche ich|"
        r"suche nach|suchen(?: wir)?|looking for|cherche|cherchons|seeking|zoekt|cerca|contratando|contratamos|"
        r"recrutar|contratar|reclutar|"
        r"recruter|embaucher)\s+"
        r"(?:de |d')?(?:a |o |el |la )?"
        r"(?:sa |son |ses |une? |un/une |an? |uma? |unos? |unas? |eine[nr]? |its |their |our |der |notre |nuestr[oa] |"
        r"noss[oa] |unsere[nr]? )?"
        r"(?:premi(?:er|ère) |primer[oa]? |primeir[oa] |próxim[oa] |first |next |new |erste[nr]? |"
        r"neue[nr]? |nächste[nr]? |nouvelle |nouveau |nuev[oa] |nov[oa] )?([^\n.,;:!?()]{4,60})",
    ),
)
