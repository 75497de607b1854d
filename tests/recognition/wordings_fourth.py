"""A fourth lot: teaching and academic posts, offers, noted calls; podcasts, admissions, user research, webinars."""

from __future__ import annotations

INTERVIEWS: tuple[tuple[str, str, str], ...] = (
    ("other:hs-erlental.example", "Probevorlesung und Kommissionsgespräch, W1-Professur Agrarökonomie", ""),
    (
        "other:uni-osterfeld.example",
        "Probevortrag vor der Auswahlkommission",
        "Sehr geehrte Frau Dr. Moreau, 25 Minuten Vortrag, danach Fragen.",
    ),
    ("other:hs-erlental.example", "Gespräch mit der Berufungskommission", "Raum 2.14, anschließend Mittagessen."),
    ("other:univ-brissac.example", "Audition devant le comité de sélection", "20 minutes d'exposé."),
    ("company", "Vertragsangebot durchgehen", "Wir freuen uns, Ihnen die Stelle als Oberarzt anzubieten."),
    (
        "other:klinik-eschbach.example",
        "Angebot und Konditionen",
        "Wir möchten mit Ihnen die Stelle als Pflegeleitung und das Angebot durchgehen.",
    ),
    ("company", "Discuss your employment offer", "Kim will go through salary and start date with you."),
    ("company", "Propuesta de contrato", "Queremos repasar contigo las condiciones del puesto."),
    (
        "other:fernhill-primary.example",
        "Observed lesson and interview, Year 2",
        "We would like you to teach a 20 minute phonics lesson, for the post of Class Teacher.",
    ),
    (
        "other:stmarks-academy.example",
        "Teaching observation + interview (Year 8 science)",
        "Please teach 30 minutes to a Year 8 class. Then the panel for the post of Teacher of Science.",
    ),
    (
        "other:ies-robledal.example",
        "Clase de prueba y entrevista",
        "Darás 20 minutos de clase; puesto de Profesor de Historia.",
    ),
    ("noted", "zoom w/ Priya @ Harrowgate - job", "ask about: salary, holidays, team size"),
    ("noted", "call w/ Jo @ Brindle (job)", "pay range? remote days?"),
    ("noted", "Teams mit Frau Kern, Job bei Nordwerk", ""),
    ("noted", "Phone call with Mrs Okoro about the school secretary job", "she rings my mobile"),
    ("noted", "call from Dr Lim about the receptionist job", "Practice: Fernhill Surgery"),
    ("noted", "Llamada con Dra. Ruiz por el puesto de recepcionista", ""),
    ("noted", "Appel avec Mme Petit pour le poste de secrétaire", ""),
    ("company", "Entretien – alternance Master RH", "Poste d'assistante RH en alternance dans notre équipe."),
    ("company", "Interview: Podcast Producer", "Bring one episode that you are proud of."),
    ("company", "Entretien UX Researcher", "Vous rencontrerez l'équipe recherche utilisateurs."),
    ("company", "Kennenlernen: Recruiting Partner (m/w/d)", "Wir möchten Sie gern kennenlernen."),
    ("company", "Entrevista – Analista de LinkedIn Ads", "Traga o seu portfólio."),
)
OTHERS: tuple[tuple[str, str, str], ...] = (
    (
        "other:voixdurh.example",
        "Enregistrement interview – émission « Paroles de DRH »",
        "Tu es notre invitée, micro conseillé.",
    ),
    ("other:hiringtales.example", "Recording: Hiring Tales podcast with Alex", "You'll be our guest; wear headphones."),
    ("other:gespraechsstoff.example", "Podcast-Aufnahme »Recruiter reden«", "Schön, dass du unser Gast bist!"),
    ("other:somdorh.example", "Gravação do podcast RH em Foco", "Vais ser a nossa convidada deste episódio."),
    (
        "other:univ-brissac.example",
        "Entretien de motivation – Licence pro RH (admission)",
        "Le jury d'admission vous entendra 15 minutes. Relevés de notes à fournir.",
    ),
    (
        "other:ecole-valmy.example",
        "Entretien de motivation Mastère Finance en alternance",
        "Le jury d'admission vous reçoit 20 minutes; apportez vos relevés de notes.",
    ),
    (
        "other:uni-osterfeld.example",
        "Auswahlgespräch Masterstudiengang Personal",
        "Bitte bringen Sie Ihre Zeugnisse mit. Zulassung zum Wintersemester.",
    ),
    (
        "other:northbank-uni.example",
        "Admissions interview – MSc Human Resources",
        "The panel will ask about your motivation for the course. Bring your transcripts.",
    ),
    ("to work", "Kennenlernen: Ihre Recruiting-Agentur", "Wir besetzen Ihre offenen Stellen in 30 Tagen."),
    (
        "to work",
        "Intro: your new recruitment partner",
        "We show you how to fill your open roles with matching candidates.",
    ),
    ("to work", "Découverte : votre partenaire recrutement", "Nous pourvoyons vos postes ouverts en 30 jours."),
    ("to work", "Chamada: parceiro de recrutamento", "Mostramos como preencher as vossas vagas mais depressa."),
    (
        "other:pistil.example",
        "Interview utilisateur Pistil",
        "Nous cherchons à comprendre comment vous gérez vos factures. Carte cadeau de 30 €.",
    ),
    (
        "other:fakturo.example",
        "Interview Fakturo",
        "Wir möchten verstehen, wie Sie Ihre Belege ablegen. Als Dankeschön ein Gutschein.",
    ),
    (
        "other:ledgerly.example",
        "Interview with Ledgerly users",
        "We want to understand how you keep your books; a gift card as a thank you.",
    ),
    (
        "other:carreraviva.example",
        "En directo: entrevistas que enamoran",
        "Tu inscripción está confirmada. Trae tus dudas al chat.",
    ),
    (
        "other:careerlift.example",
        "Live: interviews that get offers",
        "You're registered! Bring your questions to the chat.",
    ),
    ("other:carreiraja.example", "Aula ao vivo: currículo e entrevista", "Sua inscrição está confirmada."),
    (
        "other:karrierefunk.example",
        "Live: Vorstellungsgespräche, die überzeugen",
        "Deine Anmeldung ist bestätigt. Stell deine Fragen im Chat.",
    ),
    ("other:fernhill-primary.example", "Year 4 open lesson for parents", "Come and watch your child's maths lesson."),
    ("noted", "Call with Dr Patel about the results", ""),
    ("noted", "zoom w/ Bex - birthday", "ask about: cake, room"),
    ("noted", "Probevortrag üben mit Jana", ""),
    ("other:hs-erlental.example", "Vortrag: neue Wege der Medienpsychologie", "Gäste willkommen."),
    ("noted", "Vertragsangebot Stromanbieter besprechen", ""),
    ("company", "Vertragsangebot besprechen", "Wie gewünscht das Angebot für die Wartung Ihrer Heizung."),
)
