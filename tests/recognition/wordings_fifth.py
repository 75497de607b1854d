"""A fifth lot: lessons given on trial, coffees about an opening, days of trial work, last lunches; places for children,
first days."""

from __future__ import annotations

SCHOOL = "other:fernhill-school.example"
UNIVERSITY = "other:uni-osterfeld.example"

# Who applies to teach gives a lesson or defends a project, for those who choose.
LESSONS: tuple[tuple[str, str, str], ...] = (
    (SCHOOL, "Demo lesson (Year 9 Chemistry) + Q&A", "The class knows you are applying to teach here."),
    (SCHOOL, "Sample lesson, Year 4 maths", "Thank you for applying. Please teach 20 minutes, the panel observes."),
    (SCHOOL, "Model lesson and meeting with the Head", "As discussed for the post of Teacher of French."),
    (SCHOOL, "Lehrprobe Klasse 7b Mathematik", "Anschließend Gespräch mit der Schulleitung zu Ihrer Bewerbung."),
    (SCHOOL, "Unterrichtsprobe Englisch (Jg. 9)", "Sehr geehrte Frau Moreau, danach tagt die Auswahlkommission."),
    (SCHOOL, "Leçon d'essai, classe de 5e", "Suite à votre candidature au poste de professeur de mathématiques."),
    (SCHOOL, "Clase demostrativa 3º ESO + preguntas del departamento", "Gracias por su candidatura al centro."),
    (SCHOOL, "Aula de prova, 8.º ano", "No âmbito da sua candidatura ao lugar de professora de inglês."),
    (UNIVERSITY, "Defensa del proyecto docente - plaza Profesor/a Ayudante", ""),
    (
        UNIVERSITY,
        "Defensa del proyecto docente e investigador",
        "Plaza de Profesor Ayudante Doctor, comisión de selección.",
    ),
    (UNIVERSITY, "Concurso para Professor Auxiliar - prova didática", "A sua candidatura, sala 2.03."),
    (UNIVERSITY, "Lehrprobe und Fachvortrag, Dozentur Statistik", "Vor der Berufungskommission."),
    (UNIVERSITY, "Audition poste de maître de conférences", "Présentation de votre projet, 15 minutes."),
)
NO_LESSONS: tuple[tuple[str, str, str], ...] = (
    (SCHOOL, "Demo lesson for new parents", "See how we teach chemistry in Year 9."),
    (SCHOOL, "Trial lesson - Max, piano", "The first lesson is free."),
    (SCHOOL, "Demo lesson: find out how our courses work", "Apply for a place until June."),
    ("noted", "Probestunde Klavier, Jonas", ""),
    ("noted", "clase de prueba inglés", "academia del barrio, nivel B1"),
    ("noted", "aula experimental de ioga", "levar tapete"),
    ("noted", "cours d'essai poterie", "tablier"),
    (UNIVERSITY, "Defensa de tesis de Marta Ruiz", "Tribunal y familiares. Sala de grados."),
    (UNIVERSITY, "Defesa de dissertação - Rui Pinto", "Júri: Prof. Lima"),
    (UNIVERSITY, "Soutenance de thèse, Julie Morel", "Directeur : professeur Petit"),
    (UNIVERSITY, "Tutoría con el profesor de estadística", "Despacho 2.14"),
)

# A coffee with a founder: the text, or what she answered when she booked it, names an opening.
COFFEES: tuple[tuple[str, str, str], ...] = (
    (
        "company",
        "15 Minute Coffee with Kim between Kim Lee and Alex Moreau",
        "Event Name: 15 Minute Coffee with Kim\n\nLocation: This is a Zoom web conference.\n"
        "Attendees can join this meeting from a computer, tablet or smartphone.\n"
        "https://calendly.com/events/a86c5fcf-8f89-4709-bd90-d4cf1253d132/zoom\n\n"
        "Which opening caught your eye?: Head of Growth\n\nPowered by Calendly.com",
    ),
    ("company", "Coffee with the founder", "About the opening for our first data engineer."),
    ("company", "Virtual coffee: Alex x Kim", "Happy to tell you more about the Head of Sales role we are hiring for."),
    ("company", "Coffee chat - Zephyrix", "You applied for the Product Designer opening; let us talk informally."),
    ("company", "Kaffee mit der Gründerin", "Zu unserer offenen Stelle als Vertriebsleiter, ganz locker."),
    ("company", "Virtueller Kaffee mit Kim", "Auf welche Stelle haben Sie sich beworben?: Content Manager"),
    ("company", "Café virtuel avec les fondateurs", "On échange sur le poste de Customer Success et votre parcours."),
    ("company", "Café con el fundador", "Hablamos de la vacante de Director de Producto y de tu experiencia."),
    ("company", "Café com a fundadora", "Sobre a vaga de engenheira de dados e o seu percurso."),
    (
        "company",
        "Alex Moreau and Kim Lee",
        "Event Name: Coffee with a founder\n\nWhich role are you interested in?: Staff Engineer\n\n"
        "Attendees can join this meeting from a computer, tablet or smartphone.",
    ),
)
NO_COFFEES: tuple[tuple[str, str, str], ...] = (
    ("company", "Coffee with Kim", "Would love to hear how your opening night went."),
    ("company", "Coffee with a founder", "How did you scale? Attendees: ten founders. Register now."),
    ("company", "Founders breakfast", "50 attendees, opening at 8, talk by our Head of Growth."),
    ("company", "Coffee chat: our hiring tool", "See how we fill your roles; our Head of Sales will join."),
    ("company", "Café con Kim", "Inauguración de la oficina."),
    ("friend", "Coffee?", "Tell me about your new role!"),
    ("company", "Virtual coffee", "Attendees can join from a computer. Thanks for your donation."),
    ("to work", "Coffee with Kim", "Let us go through the renewal; our Head of Growth joins."),
)

# What she writes down herself: somebody to ring about a job.
CALLS: tuple[tuple[str, str, str], ...] = (
    (
        "noted",
        "call Jasmine re: job at the vet clinic",
        "receptionist, 3 days/wk. she said ring her after surgery hours",
    ),
    ("noted", "ring Mr Patel about job at the pharmacy", ""),
    ("noted", "phone Lena re job at the nursery", "part time, mornings"),
    ("noted", "Anruf Frau Klein wegen Job in der Praxis", "MFA, 20 Std"),
    ("noted", "Herrn Vogt anrufen wegen Stelle im Hotel", "Empfang, Schichtdienst"),
    ("noted", "appeler Mme Roux pour le job à la clinique", "standardiste, mi-temps"),
    ("noted", "appeler le garage Petit pour le poste", "mécanicien"),
    ("noted", "llamar a Rosa por el trabajo en la clínica", "recepcionista"),
    ("noted", "llamada con Inés, puesto en la farmacia", "auxiliar"),
    ("noted", "Ligar p/ D. Graça - vaga cozinheira na creche", ""),
    ("noted", "call Marco re job at restaurant", "waiter, weekends"),
    ("noted", "ring Dot about the cleaning job at the school", "mornings, 2hrs"),
    ("noted", "ligar à padaria - emprego", "balconista"),
    ("noted", "ligar à Marta sobre o emprego na clínica", "rececionista, part-time"),
)
NO_CALLS: tuple[tuple[str, str, str], ...] = (
    ("noted", "call vet clinic re: Bella", "she has a new job so ring after 6"),
    ("noted", "call Jasmine, congratulate on job at the vet clinic", ""),
    ("noted", "call Ben re: his job at the bank", ""),
    ("noted", "call plumber re: job at the flat", "quote for the bathroom"),
    ("noted", "call builder about the job at number 12", ""),
    ("noted", "call nanny agency re: sitter job", "for our two kids"),
    ("noted", "Handwerker anrufen wegen Job im Bad", ""),
    ("noted", "call about the paint job at the shop", ""),
    ("noted", "ring roofer about job at mum's house", "leak"),
    ("noted", "llamar al pediatra", "vacuna"),
    ("noted", "appeler le garage", "contrôle technique"),
    ("noted", "ligar ao canalizador por causa do trabalho na cozinha", ""),
    ("noted", "call Sam re: job for Ollie at the farm", ""),
    ("noted", "print job at the copy shop", ""),
)

# A day on trial, in a kitchen or a shop.
TRIALS: tuple[tuple[str, str, str], ...] = (
    ("noted", "dia experimental Farmácia Luzeiro", "9h-13h, falar com a Dra. Amélia, levar carteira profissional"),
    ("noted", "dia experimental no restaurante Sal", "farda preta, perguntar pelo chef"),
    ("noted", "dia à experiência Padaria Central", "5h, levar avental"),
    ("noted", "essai cuisine chez Léonie", "2e essai, service du midi. demander Bastien. poste commis."),
    ("noted", "essai boulangerie Martin", "4h30, poste vendeuse"),
    ("noted", "journée d'essai brasserie du Port", "tenue noire"),
    ("noted", "Probearbeiten Kita Sonnentau", "Erzieherin 30 Std"),
    ("noted", "Probetag Bäckerei Huber", "5 Uhr, weiße Hose"),
    ("noted", "trial shift The Anchor", "black shirt, ask for Dom"),
    ("noted", "trial day Bluebell Florists", "bring apron, ask for Sue"),
    ("noted", "día de prueba Bar Manolo", "camarero, preguntar por Paco"),
    ("noted", "prueba en cocina, Casa Lucía", "puesto ayudante, 11h"),
    ("noted", "paid trial at Fold bakery", "6am, kitchen porter"),
)
NO_TRIALS: tuple[tuple[str, str, str], ...] = (
    ("noted", "dia experimental ginásio", "levar toalha"),
    ("noted", "aula experimental pilates", ""),
    ("noted", "dia experimental na creche - Matilde", "levar fralda"),
    ("noted", "essai robe chez Léonie", "chaussures blanches"),
    ("noted", "essai voiture Renault", "permis"),
    ("noted", "essai cuisine équipée, magasin", "devis"),
    ("noted", "essai coiffure mariage", ""),
    ("noted", "Probetag Kita - Jonas", "Wechselkleidung, Windeln"),
    ("noted", "Probetraining Fitnessstudio", ""),
    ("noted", "trial day nursery - Mia", "nappies, spare clothes"),
    ("noted", "gym trial day", "bring towel"),
    ("noted", "día de prueba gimnasio", ""),
    ("noted", "prueba de vestido", "con mamá"),
    ("noted", "prueba menú boda, Casa Lucía", ""),
)

# How a recruiter calls such a talk on her booking page; it is the candidate who books it.
SCREENS: tuple[tuple[str, str, str], ...] = (
    (
        "other:punto-talento.example",
        "Alex Moreau y Kim Lee",
        "Nombre del evento: Llamada inicial con candidatos\n\nUbicación: Kim Lee le llamará\n\n"
        "Comentarios: Interesado en la vacante de Director Comercial (cliente confidencial)",
    ),
    (
        "company",
        "Alex Moreau and Kim Lee",
        "Event Name: Call with candidates\n\nQuestions: I applied for the vacancy of Site Manager",
    ),
    (
        "company",
        "Alex Moreau and Kim Lee",
        "Event Name: Intro call with candidates\n\nWhich role?: Backend Engineer vacancy",
    ),
    (
        "company",
        "Alex Moreau und Kim Lee",
        "Name des Ereignisses: Erstgespräch mit Bewerbern\n\nAuf welche Stelle?: Werkstudent Marketing",
    ),
    (
        "company",
        "Alex Moreau und Kim Lee",
        "Name des Ereignisses: Telefonat mit Kandidaten\n\nStelle: Bauleiterin Tiefbau",
    ),
    (
        "company",
        "Alex Moreau et Kim Lee",
        "Nom de l'événement : Échange avec un candidat\n\nVotre poste : Contrôleur de gestion",
    ),
    (
        "company",
        "Alex Moreau e Kim Lee",
        "Nome do evento: Conversa com candidatos\n\nVaga: Tradutora interna",
    ),
    (
        "company",
        "Alex Moreau y Kim Lee",
        "Nombre del evento: Entrevista con candidatos\n\nPuesto: Analista de datos",
    ),
)
NO_SCREENS: tuple[tuple[str, str, str], ...] = (
    ("work", "Llamada con candidatos", "Vacante de Director Comercial, tres perfiles"),
    ("to work", "Presentación de candidatos para su vacante", "Puesto: Analista de datos"),
    ("noted", "llamadas con candidatos", "vacante de comercial"),
    ("noted", "calls with candidates", "site manager vacancy"),
    ("work", "Erstgespräche mit Bewerbern", "Stelle Werkstudent"),
    (
        "company",
        "Alex Moreau and Kim Lee",
        "Event Name: Meet the candidates\n\nHustings for the council seat; attendees welcome",
    ),
    ("work", "Entretien avec candidat", "poste Data Engineer"),
    ("work", "Conversa com candidatos", "vaga de analista"),
)

# Her own test is talked through; nobody is on air.
TESTS: tuple[tuple[str, str, str], ...] = (
    ("company", "Test technique en direct + débrief - Alex M (poste Data Engineer)", ""),
    ("company", "Prueba técnica en directo", ""),
    ("company", "Test technique et débrief - Alex Moreau", "Une heure d'exercice puis 30 minutes d'échange."),
    ("company", "Exercice en direct, poste Data Analyst", "Vous partagez votre écran."),
    ("company", "Prueba técnica en directo - puesto Desarrollador Backend", ""),
    ("company", "Ejercicio en directo y debrief, Alex Moreau", "Puesto de analista de datos."),
    ("company", "Teste técnico em direto (vaga Engenheiro de Dados)", ""),
    ("company", "Live-Coding live + Debrief: Alex Moreau", "Stelle Backend Entwickler"),
    ("company", "Take-home debrief with Alex Moreau (Data Engineer)", "We discuss what you built."),
    ("company", "Case study debrief - Alex Moreau", "Role: Strategy Analyst. You present, we ask."),
)
NO_TESTS: tuple[tuple[str, str, str], ...] = (
    ("company", "Interview en direct, journal de 13h", "Vous serez à l'antenne."),
    ("company", "Entrevista en directo en Radio Costa", "Estudio 2, sobre su novela."),
    ("company", "Entrevista em direto - Rádio Sol", "Sobre o seu livro"),
    ("work", "Débrief test technique - Jordan", "poste Data Engineer, notes de chacun"),
    ("work", "Debrief: Data Engineer panel", "scorecards first"),
    ("work", "Debrief prueba técnica, candidato Jordan", ""),
    ("company", "Débrief audit sécurité", "poste de transformation, en direct du site"),
    ("to work", "Post-mortem + debrief", "Live incident, Data Engineer on call"),
)

# The last step is a meal with those who decide.
LUNCHES: tuple[tuple[str, str, str], ...] = (
    ("noted", "lunch w the Gorse Hill team", "last step before they decide!! Kit + the two baristas"),
    ("noted", "lunch with the Brindle team", "final step before an offer"),
    ("noted", "coffee with the team at Harrowgate", "last round before they decide"),
    ("noted", "Mittagessen mit dem Team Nordwerk", "letzter Schritt, dann entscheiden sie"),
    ("noted", "Kaffee mit dem Team der Apotheke Klee", "letzte Runde vor der Entscheidung"),
    ("noted", "déjeuner avec l'équipe Ferralux", "dernière étape avant leur décision"),
    ("noted", "comida con el equipo de Montalvo", "último paso antes de que decidan"),
    ("noted", "brunch mit dem Team von Klee", "letzte Stufe, danach entscheiden sie"),
    ("noted", "almoço com a equipa da Sardinha & Filhos", "última etapa antes de decidirem"),
    ("company", "Team lunch at Zephyrix", "Last step before we decide: meet the people you would work with."),
    ("company", "Déjeuner d'équipe", "Dernière étape de votre candidature : venez rencontrer l'équipe."),
)
NO_LUNCHES: tuple[tuple[str, str, str], ...] = (
    ("noted", "lunch w the team", "last step of the migration, then cake"),
    ("noted", "team lunch", "decide on the offsite"),
    ("noted", "lunch w the wedding team", "last step before we decide on the menu"),
    ("noted", "lunch with the Brindle team", "they decide on the renewal, bring contract"),
    ("noted", "dinner w/ the in-laws", "last step before they decide on the house"),
    ("noted", "dinner with Ann", "before they decide where to move"),
    ("noted", "Mittagessen mit dem Team", "letzter Tag von Jonas"),
    ("noted", "déjeuner avec l'équipe", "pot de départ"),
    ("noted", "comida con el equipo", "cierre de trimestre"),
    ("noted", "almoço com a equipa", "último dia do João"),
    ("work", "Team lunch", "Last step of the release, then we decide on the roadmap."),
)

# A place for a child is a 'vaga', a 'Platz', a 'place'; who is asked there are the parents.
CHILDREN: tuple[tuple[str, str, str], ...] = (
    ("noted", "entrevista na creche Pinheirinho (vaga da Matilde)", "boletim de vacinas, perguntar horário alargado"),
    ("noted", "entrevista na escola - vaga do Tomás", ""),
    ("noted", "entrevista creche, vaga para a Inês", "levar boletim"),
    ("noted", "entrevista infantário (vaga para o bebé)", ""),
    ("noted", "entrevista guardería, plaza de Leo", "libro de familia"),
    ("noted", "entrevista colegio, plaza para Martina", ""),
    ("noted", "entretien crèche (place de Jules)", "carnet de santé"),
    ("noted", "entretien école, place pour Zoé", ""),
    ("noted", "Gespräch Kita, Platz für Emil", "U-Heft mitnehmen"),
    ("noted", "Vorstellungsgespräch Kita (Platz für Emil)", "U-Heft mitnehmen"),
    ("noted", "nursery interview (Mia's place)", "red book"),
    ("noted", "school interview - Ben's place in Year 7", ""),
    ("other:creche-sol.example", "Entrevista - vaga da Matilde", "Traga o boletim de vacinas e o cartão de cidadão."),
)
NO_CHILDREN: tuple[tuple[str, str, str], ...] = (
    ("noted", "entrevista na creche Pinheirinho (vaga de educadora)", "levar CV"),
    ("noted", "entrevista na creche, vaga da manhã", "auxiliar, levar certificado"),
    ("noted", "entrevista escola, vaga de professora", ""),
    ("noted", "entrevista farmácia Luzeiro (vaga)", "levar CV"),
    ("noted", "entrevista vaga da Sonae", "analista"),
    ("noted", "entrevista, vaga da Farmácia Luzeiro", ""),
    ("noted", "entretien crèche (poste auxiliaire)", ""),
    ("noted", "Vorstellungsgespräch Kita (Erzieherin)", "Zeugnisse"),
    ("noted", "nursery interview (teaching assistant)", "DBS"),
    ("noted", "entrevista guardería, plaza de educadora", "título"),
    ("noted", "entrevista colegio, plaza de profesora de música", ""),
)

# Hired already: her first day.
FIRST_DAYS: tuple[tuple[str, str, str], ...] = (
    (
        "company",
        "Welcome to Zephyrix! Day 1 orientation",
        "Alex, congrats again on joining us as Senior Data Analyst. Bring two forms of ID. "
        "Kim will meet you in the lobby.",
    ),
    ("company", "Day 1 at Zephyrix", "Congratulations on joining us as Data Analyst. Laptop pickup at 9."),
    ("company", "Orientation", "So glad you accepted our offer! Bring ID for the I-9."),
    (
        "company",
        "New hire orientation - Alex Moreau",
        "We look forward to working with you as our new Product Manager.",
    ),
    ("company", "Erster Tag bei Zephyrix", "Schön, dass du ab sofort als Controller bei uns bist."),
    (
        "company",
        "Einführungstag",
        "Herzlichen Glückwunsch zur neuen Stelle! Bitte Ausweis und Sozialversicherungsnummer mitbringen.",
    ),
    (
        "company",
        "Bienvenue chez Zephyrix - 1er jour",
        "Félicitations pour votre poste de Data Analyst. RIB et carte vitale.",
    ),
    (
        "company",
        "Journée d'intégration",
        "Vous rejoignez notre équipe RH, poste de chargée de recrutement. Badge à l'accueil.",
    ),
    (
        "company",
        "Primer día en Zephyrix",
        "Enhorabuena por tu nuevo puesto de analista. Trae tu DNI y número de cuenta.",
    ),
    ("company", "Jornada de acogida", "Enhorabuena por incorporarte como analista. Trae tu DNI."),
    ("company", "Primeiro dia na Zephyrix", "Parabéns pela nova função de analista! Traga o IBAN."),
    ("company", "Sessão de acolhimento", "Parabéns por se juntar a nós como analista de dados."),
)
NO_FIRST_DAYS: tuple[tuple[str, str, str], ...] = (
    ("company", "Onsite at Zephyrix, day 1 of 2", "Interviews with the team for Senior Data Analyst. Bring an ID."),
    ("company", "Interview orientation and tour", "Kim will meet you in the lobby. Role: Data Analyst."),
    ("company", "Congratulations - final interview", "You made it to the final round for Data Analyst."),
    ("company", "Bienvenue à votre entretien", "Poste de Data Analyst, pièce d'identité à l'accueil."),
    ("company", "Enhorabuena: entrevista final", "Puesto de analista, trae tu DNI."),
    ("company", "Parabéns! Próxima etapa: entrevista", "Vaga de analista de dados."),
    ("company", "Glückwunsch – zweite Runde", "Stelle als Controller, bitte Ausweis mitbringen."),
)

# What is near to all these.
MORE: tuple[tuple[str, str, str], ...] = (
    ("company", "Presentation to the board (shortlist)", "You present your plan for the Finance Director post."),
    ("company", "Shortlist presentation", "Post of Finance Director, 20 minutes."),
    ("noted", "Vorstellung Metzgerei Graf", "Aushilfe Samstag"),
    ("noted", "Vorstellung Hotel Adler", "Rezeptionistin, Frau Kern"),
    ("noted", "agency reg - Hays", "bring passport + NI number"),
    ("noted", "trial at salon Rouge", "junior stylist, bring scissors"),
    ("noted", "Zoom - Petra / Nordlicht - final chat re offer", "salary, start date"),
    ("noted", "Telefonat Nordlicht wegen Angebot", "Gehalt, Eintrittstermin"),
    ("noted", "appel Ferralux - offre", "salaire, préavis"),
    ("noted", "llamada Montalvo, oferta", "sueldo, incorporación"),
)
NO_MORE: tuple[tuple[str, str, str], ...] = (
    ("work", "Shortlist: Finance Director", "Three profiles, bring your notes."),
    ("to work", "Shortlist presentation", "Our agency presents the three suppliers."),
    ("noted", "Vorstellung Theater Graf", "19:30, Reihe 4"),
    ("noted", "Kasperle-Vorstellung", "Karten an der Kasse"),
    ("noted", "hair trial salon Rouge", "wedding"),
    ("noted", "essai siège auto", ""),
    ("noted", "call estate agent re offer", "asking price 320k"),
    ("noted", "appel banque - offre de prêt", "taux"),
    ("company", "Échange avec Claire, DAF", "Suite à la facture de mars, renouvellement du contrat."),
    ("company", "Treffen mit der Geschäftsführung der Genossenschaft", "Einladung zur Mitgliederversammlung"),
    ("company", "Termin Bürgerbüro", "Bitte bringen Sie ein Passbild mit."),
    ("company", "Meet the store team", "Grand opening on Friday, join us for drinks!"),
)

INTERVIEWS = (*MORE, *LESSONS, *COFFEES, *CALLS, *TRIALS, *SCREENS, *TESTS, *LUNCHES, *NO_CHILDREN, *NO_FIRST_DAYS)
OTHERS = (
    *NO_MORE,
    *NO_LESSONS,
    *NO_COFFEES,
    *NO_CALLS,
    *NO_TRIALS,
    *NO_SCREENS,
    *NO_TESTS,
    *NO_LUNCHES,
    *CHILDREN,
    *FIRST_DAYS,
)
