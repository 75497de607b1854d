"""Facts of a fifth lot: middle dots, programmes, grades and hours behind a position, initials, calls that are noted."""

from __future__ import annotations

FACTS: tuple[tuple[str, str, str, str | None, str | None], ...] = (
    ("company", "Entretien - Directeur·rice de la médiathèque", "", "Directeur·rice de la médiathèque", "Zephyrix"),
    ("company", "Entretien - Chargé·e de projet · Zephyrix", "", "Chargé·e de projet", "Zephyrix"),
    ("company", "Interview · Zephyrix · Baker", "", "Baker", "Zephyrix"),
    (
        "company",
        "Graduate Scheme Assessment Centre",
        "Welcome to the final stage for the Rail Operations Graduate role.",
        "Rail Operations Graduate",
        "Zephyrix",
    ),
    ("company", "Graduate Programme - Assessment Centre", "Bring an ID.", "Graduate Programme", "Zephyrix"),
    ("company", "Chat with Kim", "About the founding designer seat.", "founding designer", "Zephyrix"),
    ("company", "Hiring Manager Conversation (Principal PM)", "", "Principal PM", "Zephyrix"),
    ("company", "Vorstellungsgespräch Pflegefachkraft Station 4B", "", "Pflegefachkraft", "Zephyrix"),
    ("company", "Telefonat zu Ihrer Bewerbung (Bauleiter Tiefbau, Raum Leipzig)", "", "Bauleiter Tiefbau", "Zephyrix"),
    ("company", "Auswahlgespräch Referent*in Wasserrecht, Bewerbung Nr. 17", "", "Referent*in Wasserrecht", "Zephyrix"),
    ("company", "Auswahlgespräch - Sachbearbeitung (E 9b)", "", "Sachbearbeitung (E 9b)", "Zephyrix"),
    ("company", "Entrevista - plaza Profesor/a Ayudante", "", "Profesor/a Ayudante", "Zephyrix"),
    (
        "company",
        "Alex Moreau and Kim Lee",
        "Event Name: Coffee\n\nWhich opening caught your eye?: Head of Growth",
        "Head of Growth",
        "Zephyrix",
    ),
    ("noted", "Probearbeiten Kita Sonnentau", "Stelle: Erzieherin 30 Std.", "Erzieherin", "Kita Sonnentau"),
    ("noted", "essai chez Léonie", "poste commis, 2h", "commis", "Léonie"),
    (
        "noted",
        "llaman de la gestoría Ribalta por el puesto",
        "administrativa media jornada",
        "administrativa",
        "Ribalta",
    ),
    ("noted", "lunch w the Gorse Hill team", "last step before they decide", None, "Gorse Hill"),
    (
        "other:icm.example",
        "Interview: Research Software Engineer",
        "ICM HR\nInstitute for Coastal Modelling, Human Resources",
        "Research Software Engineer",
        "Institute for Coastal Modelling",
    ),
)
