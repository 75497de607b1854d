"""What is said in what only looks like an interview, by meaning, in en de fr es pt and some it nl.

A phrase is a list of words; a word ending in * matches every word that begins so. Accents and case are folded away.
"""

from __future__ import annotations

# Said among friends and former colleagues.
FRIENDLY = """
catch up, long time, how is the new job, how s the new job, how are things, how is life, old times, no agenda
just social, beer, drinks, ex colleague*, old colleague*, since you left, how have you been, kids, miss you
missed you, lange nicht gesehen, quatschen, wie geht, ehemalige*, feierabendbier, ca fait longtemps
prendre des nouvelles, se revoir, anciens, apero, ponernos al dia, hace tiempo, cuanto tiempo, unas canas
por a conversa em dia, quanto tempo, saudades, nos revermos
"""
# The user conducts it, or talks about candidates.
CONDUCTING = """
ich fuhre das gesprach, je conduis, je recois, entrevisto yo, entrevisto eu, i m the interviewer, as interviewer
als interviewer, i lead, i m leading, i conduct, i interview, we interview, interviewing interns, yo entrevisto
je mene, ich fuhre, eu conduzo, alumnos, interview candidate, interview candidates, interview applicant*
present three candidates, candidates for your vacancy, candidate presentation, you are interviewing
you re interviewing, youre interviewing, i m interviewing, i am interviewing, im interviewing, you interview
you will interview, you ll interview, you will be interviewing, interviewing candidate*, interview with candidate*
interview w candidate*, interview with the candidate, interview with a candidate, with candidate, with candidates
with the candidate, with a candidate, w candidate, candidate interview with, interviewing for us
part of the hiring team, shadow interview, reverse shadow, interview shadow*, shadowing, call the candidate
candidate has been, the candidate has, candidate joins, candidate is, candidate will, candidate was
candidate receives, with applicant, with the applicant, the applicant, applicant, applicants, candidate s profile
candidate profile, candidate s cv, candidate s resume, candidate resume, review the candidate, meet the candidate
meet candidate, about the candidate, add your rating, question bank, feedback form, your feedback form
submit feedback, submit your feedback, leave feedback, fill in the scorecard, your scorecard, scorecard*
interview kit, interviewer kit, open kit, score card, shadow, please review the take home, interview plan
bewerberinterview*, bewerbergesprach*, mit kandidat*, mit bewerber*, sie fuhren das gesprach, du fuhrst
du interviewst, unterlagen der bewerber*, unterlagen des bewerber*, fachlichen fragen, ubernimmt die fachlichen
bewertungsbogen, kandidateninterview*, entretien avec candidat*, entretien candidat*, avec le candidat
avec la candidate, avec un candidat, avec une candidate, du candidat, de la candidate, tu menes l entretien
vous menez l entretien, mener l entretien, fais passer, faire passer un entretien, faire passer des entretiens
grille d evaluation, vous recevez en entretien, en tant qu evaluat*, entrevista a candidat*, entrevista con candidat*
entrevista candidat*, con candidat*, a candidat*, te entrevistara, tu entrevistas, entrevistas tu, vas a entrevistar
entrevistadores, panel de entrevistadores, aspirantes, entrevistamos a, entrevistar a, entrevista com candidat*
com candidat*, do candidato, da candidata, voce entrevista, avalia, grelha de avaliacao, preencher grelha
conduz a entrevista, conduzir a entrevista, ficha de avaliacao, entrevistador*, entrevistar candidat*
"""
# Said of the other one; in an invitation from outside to the user's private address it says nothing.
CANDIDATE = """
candidate, candidates, candidat, candidats, bewerber, bewerberin, bewerbern, bewerberinnen, kandidat, kandidatin
kandidaten, kandidatinnen, candidato, candidata, candidatos, candidatas, applicant, applicants, candidati, kandidate
"""
# Work on hiring for the own employer.
HIRING_SIDE = """
debrief*, scorecard, scorecards, calibration, hiring sync, hiring committee, hiring review, hiring meeting
hiring standup, hiring decision, candidate review, candidate sync, candidate debrief, recruiting sync
recruitment sync, recruiting weekly, recruiting standup, recruiting update, recruitment update, recruitment meeting
hiring update, pipeline review, requisition, headcount, job intake, intake meeting, intake call, hiring kickoff
hiring kick off, hiring plan*, interviewer training, interview training, interviewer guild, interviewer onboarding
interviewer workshop, interviewer*, interview calibration, interview panel sync, interview committee
for managers, for hiring managers, write scorecard*, submit scorecard*, write feedback, interview feedback, feedback interview, structured interviewing
how to interview, unconscious bias, job ad review, sourcing session, sourcing jam, screen cvs, cv screening
screen resumes, resume screening, review cvs, review resumes, review applications, shortlist*, recruitment budget
wrap up candidate*, roundup, bewerbungen sichten, bewerberauswahl, nachbesprechung, auswertung, personalplanung
recruiting runde, abgleich, interviewleitfaden, interviews fuhren, bewerberinterviews fuhren, interviewer
interviewerschulung, kandidatenbesprechung, jour fixe recruiting, recruiting jour fixe, bewerberrunde, auswahlsitzung
einstellungsrunde, stellenbesetzung, point recrutement, point recrut*, comite de recrutement, debrief candidat*
tri des cv, mener un entretien, mener des entretiens, mener les entretiens, conduire un entretien
conduire des entretiens, reunion recrutement, brief de poste, plan de recrutement, sync vacantes, vacantes abiertas
reunion de seleccion, revision de candidat*, comite de contratacion, contratacion, puesta en comun, revision de cv*
seguimiento de vacantes, como entrevistar, saber entrevistar, ponto de situacao, vagas abertas, comite de contratacao
reuniao de recrutamento, alinhamento de vaga*, alinhamento da vaga, alinhamento vaga, triagem de cv*
triagem de curriculos, debrief vaga, revisao de candidat*, funil
"""
# Said in the text of a paid or friendly helper.
HELPER = """
mock, coach, coaching, mentor, mentoring, swap roles, typical questions, typische fragen, purchased package
cv feedback, resume feedback, positioning, practice, rehearse, simulacro, preguntas tipicas, plays the interviewer
get ready for, help you, helping, session 1 of, sesion 1 de, sitzung 1 von, seance 1 sur, sessao 1 de, upload
jeu de role, questions types, spielt den, fait le recruteur, hace de entrevistador*, faz de entrevistador*
feedback sincero, honest feedback, leetcode
"""
# Getting ready.
PRACTICE = """
bewerbungscheck, cv check, career change session, revision entretien, revision test, revision pour, career coach*
career mentor*, career planning, karriereplanung, plan de carriere, outplacement*, salary negotiation coaching
linkedin check, gehaltsverhandlung uben, negotiation training, portfolio polish, cv polish, atelier emploi
atelier entretien*, atelier preparation, atelier de preparation, taller de empleo, taller de entrevista*, taller cv
oficina de emprego, oficina de entrevista*, oficina de carreira, study for, study session, study time, lernen fur
revisar respuestas, revisar cv, revisar notas, rever notas, respostas, respuestas, antworten, answers, reponses
rever, ler sobre, leer sobre, lire sur, nachlesen, einlesen, informarse, pesquisar empresa, investigar empresa
rechercher entreprise, company research, pre read, cheat sheet, talking points, star method, cases uben
fallstudien uben, mocks with, drills, warmup, interview questions, questions brainstorm, brainstorm, story bank
star stories, dress rehearsal, elevator pitch, interviewfragen, fragen sammeln, selbstprasentation uben
preguntas de entrevista, preguntas entrevista, perguntas entrevista, perguntas de entrevista, questions entretien
questions d entretien, training session, ubungsstunde, vorbereitungskurs, vorbereitungstreffen
accompagnement a la recherche, acompanamiento, job hunt*, jobsuche, recherche d emploi, busqueda de empleo
busca de emprego, procura de emprego, about my interview, about my job interview, for my interview
before my interview, before interview, before the interview, before zephyr interview, my interview tomorrow
revisions, brushing up, warm up, notes for, questions for, flashcards, kata, neetcode, algo practice, study group
peer interview, cv help, linkedin profile, application deadline, send cv, send application, finish application
cover letter, submit application, write cover letter, anschreiben, bewerbungsfoto*, unterlagen fertig
lettre de motivation, envoyer cv, envoyer candidature, carta de presentacion, enviar cv, mandar cv
carta de apresentacao, enviar curriculo, mandar curriculo, clases de entrevista, dicas, dicas de entrevista, consejos
conseils, tipps, tips, mock, mocks, practice, practise, practicing, practising, rehearsal, rehearse, coaching, coach
mentor*, interview prep, prep, prepping, prepare, preparing, preparation, prep session, prep call, studying, leetcode
dry run, dryrun, role play, roleplay, pramp, exponent, career advice, career clarity, career counsel*, career session
cv review, cv clinic, resume review, resume check, resume clinic, cv workshop, resume workshop, brush up, revise
read up, research company, interview tips, interview skills, interview workshop, interview techniques
interview bootcamp, bootcamp, how to ace, acing, ace your, crack the, cracking the, nail your, job club, job search
apply to, apply for, applications batch, update cv, update resume, thank you note*, thank you mail, thank you email
send thank you, vorbereiten, vorbereitung*, vorbereitungs*, ube*, ubungs*, probeinterview, ubungsinterview
bewerbungscoaching, bewerbungstraining, bewerbungstipps, karrierecoaching, karriereberatung, simulation*
generalprobe, durchspielen, recherche, recherchieren, bewerbungen schreiben, bewerbung schreiben
lebenslauf uberarbeiten, bewerbungsworkshop, bewerbungsmappencheck, bewerbung fertig, meistern, meistere, meistert
souveran im, erfolgreich im, preparer, prepa, reviser, repeter, entrainement, s entrainer, simulation, simulations
atelier cv, bilan de competences, relire, accompagnement, mentorat, preparons, reussir ses, reussir son
reussir votre, reussir vos, reussir un, conseil carriere, entretien blanc, entretien fictif, preparar, prepara tu
preparacion, preparando, practicar, practica de entrevista, ensayo, ensayar, simulacro, simulacion, simulada
mentoria, tutoria de carrera, orientacion laboral, repasar, estudiar, orientador*, entrevista de practica
entrevista de prueba, supera tu, superar tu, superar una, domina tu, triunfa en, exito en, preparacao, preparar me
estudar, ensaiar, ensaio, simulado, simulacao, treinar, treino, praticar, orientacao profissional
orientacao de carreira, aconselhamento de carreira, entrevista de mentira, passar na entrevista, mandar bem
sucesso em entrevistas, dominar a entrevista, preparazione, simulazione, oefenen, oefen*, voorbereid*, proefgesprek
allenamento
"""
# Kept free, not agreed.
HOLD = """
blocken, freihalten fur, vorblocken, buffer before, buffer after, creneau propose, creneau a, hueco para
guardar hueco, time slot held, free for interviews, available for interviews, interview slots, interview availability
slots for, disponible pour entretien, disponible para entrevistas, disponivel para entrevistas, verfugbar fur
zeitfenster, hold, holding, on hold, block, blocked, blocker, placeholder, tbc, tbd, keep free, keep clear
do not book, dnb, reserved for, reserve, reserved, possible, maybe, potential slot, slot option*, focus time
save the date, tentative, pencilled, penciled, pencil in, slots offered, offered slot*, proposed slot*
waiting for confirmation, time blocked, platzhalter, geblockt, reserviert, freihalten, evtl, eventuell, vielleicht
vorgemerkt, puffer, noch offen, unter vorbehalt, reserve pour, creneau reserve, creneau bloque, bloque, a confirmer
peut etre, eventuel*, garder libre, apartado, reservado, bloqueado, bloqueo, por confirmar, posible, quizas, quiza
tal vez, bloqueio, a confirmar, talvez, possivel, provisorio, segurar, pre reserva
"""
# On the way.
TRAVEL = """
anfahrt, zum bahnhof, weg zum, weg zu, on the way, leave for, leave home, set off, bus, subway, tube to, coach to
bus nach, losfahren, partir pour, depart pour, salir hacia, salir para, sair para, autobus, billet, billets, billete
bilhete, ticket, tickets, parkplatz, childcare, kinderbetreuung, garde d enfant, ninera para, flight, flight to
train to, train, drive to, driving to, travel to, travel time, travel, uber, taxi, bus to, hotel, airport, commute
parking, outbound, return journey, zug, zug nach, fahrt, anreise, abreise, ruckreise, hinfahrt, ruckfahrt, flug, ice
autofahrt, zugfahrt, flughafen, fahrzeit, train pour, trajet, vol, vol pour, tgv, train nantes, covoiturage, voyage
aeroport, train vers, gare, vuelo, tren, viaje, ave, camino a, aeropuerto, trayecto, desplazamiento, coche a, voo
trem, comboio, viagem, deslocacao, deslocamento, aeroporto, ida a, carro para, onibus, autocarro, treno, volo
viaggio, trein, vlucht, reis naar
"""
# Studies ask questions too.
RESEARCH = """
grandma, grandpa, grandmother, grandfather, oma, opa, family tree, university project, i am a student, class project
uni project, projet universitaire, proyecto universitario, projeto universitario, als studentin, als student
interview for my thesis, interview for my project, interview for my research, interview for my dissertation
interview for my blog, interview for my book, interview for my master*, interview for my bachelor*
participar en un estudio, estudio de usuari*, estudo de usuari*, estudo com utilizador*, interview about
interview on your, interviews about, entrevista sobre, entretien sur, interview sur, interview uber
interview zum thema, interview zu deinem, entrevista acerca, your use of, how you use, tu libro, seu livro
votre livre, dein buch, deinem buch, your book, your story, master thesis, bachelor thesis, my thesis, phd study
dissertation, history project, school project, capstone, student project, for my study, for my research
interviewpartner*, projet d etudes, projet etudiant, trabajo de fin de, tfg, tfm, tcc, dissertacao, oral history
ethnograph*, abschlussarbeit, hausarbeit, doktorarbeit, gift card, prototype, panel study, market research, panelist
respondent*, focus groups, marktstudie, aufwandsentschadigung, prototyp, befragt, etude de marche, dedommagement
bon d achat, carte cadeau, estudio de mercado, investigacion de mercado, gratificacion, tarjeta regalo
estudo de mercado, pesquisa de mercado, cartao presente, vale presente, ux interview, user sessions, design research
user discovery, customer discovery, customer call, product feedback, jtbd, user interview*, customer interview*
user research, research interview*, research study, research session, usability, user test*, usertest*, participant
participants, paid study, paid interview, paid research, stakeholder interview*, expert interview*
discovery interview*, focus group, survey, study session, research participant*, user feedback, customer feedback
beta feedback, ux study, diary study, incentive, voucher, you qualified for, case study interview, testimonial
customer story, win loss, panelist*, panellist*, thesis interview, research call, nutzerinterview*, nutzertest*
kundeninterview*, experteninterview*, studie, umfrage, fokusgruppe, masterarbeit, bachelorarbeit, zeitzeug*
nutzerforschung, proband*, teilnehmerin p, marktforschung, kundenbefragung, befragung, entretien utilisat*
entretien client*, entretien usager*, recherche utilisat*, entretien expert, etude utilisat*, enquete, ma these
sa these, these de, doctorant*, memoire, groupe de discussion, test utilisat*, entretien qualitatif
entretien de recherche, temoignage, etude remuneree, entrevista de usuari*, entrevista a usuari*
entrevista con usuari*, entrevistas con usuari*, entrevistas a usuari*, entrevista usuari*, entrevista a cliente*
entrevista con cliente*, entrevista cliente*, grupo focal, tesis, usabilidad, test de usuari*, prueba con usuari*
estudio pagado, entrevista de investigacion, entrevista com usuari*, entrevista com utilizador*
entrevista de utilizador*, entrevista utilizador*, entrevista com cliente*, entrevista a utilizador*, tese, mestrado
usabilidade, teste de usuari*, pesquisa remunerada, entrevista de pesquisa
"""
# So do papers.
PRESS = """
live interview, june issue, magazine issue, next issue, our issue, women in, interview request, q a for
profile of you, portrait of, writing about, i am writing about, i m writing about, for our readers, readers, edition
weekend edition, publish*, publicamos, publicado, wir veroffentlichen, publie, publier, we record, en directo
em direto, im radio, en direct, zum abdruck, chronique, columna, coluna, herald, gift card interview
writing a feature, a feature on, writing an article, quote you, to be published, photographer, off the record
we d record, we will record, for publication, podcast*, magazine, journalist*, newspaper, radio, tv, television
press, press interview, media interview, media training, reporter, article, blog, documentary, broadcast, recording
on air, episode, news, talk show, fireside, keynote, ama, newsletter, gazette, tribune, dispatch, times, bbc, npr
livestream, youtube, studio recording, presse, zeitung, zeitschrift, magazin, rundfunk, fernsehen, journalistin
redaktionsgesprach, pressetermin, presseinterview, horfunk, aufnahme, reportage, sender, portrat, journal, le journal
journaliste, emission, plateau, tele, balado, antenne, prensa, periodico, periodista, revista, diario
programa de radio, reportaje, la radio, la tele, articulo, medios, imprensa, jornal, jornalista, reportagem, podcast
televisao, entrevista ao jornal, entrevista a revista, materia, midia
"""
# Talks with one's own employer.
STAFF = """
exit interview, exit, leaver, leaving interview, appraisal, performance, annual review, mid year, midyear
year end review, yearly review, quarterly review, review cycle, stay interview, one on one, 1 1, 1on1, 1 on 1
probation review, probation, end of probation, return to work, pip, salary review, compensation review, disciplinary
grievance, development talk, career conversation, promotion panel, check in, skip level, off boarding, offboarding
retro*, standup, stand up, daily, sprint, all hands, town hall, weekly, team meeting, back to work
austrittsgesprach*, mitarbeitergesprach*, jahresgesprach*, personalgesprach*, zielgesprach*, zielvereinbarung*
feedbackgesprach*, entwicklungsgesprach*, beurteilungsgesprach*, leistungsbeurteilung, bem gesprach*
ruckkehrgesprach*, wiedereingliederung, probezeitgesprach*, kritikgesprach*, trennungsgesprach*, halbjahresgesprach*
perspektivgesprach*, jour fixe, mitarbeiterjahresgesprach*, entretien annuel*, entretien professionnel*
entretien individuel*, entretien de sortie, entretien d evaluation, entretien de fin, entretien de depart
entretien prealable, entretien de progres, evaluation annuelle, bilan annuel, entretien de carriere
entretien de performance, entretien semestriel, entretien mi annee, entretien de reprise, point hebdo
entrevista de salida, evaluacion anual, evaluacion de desempeno, evaluacion del desempeno, desempeno, revision anual
revision salarial, entrevista anual, entrevista de seguimiento, uno a uno, periodo de prueba, baja voluntaria
evaluacion semestral, entrevista de desligamento, entrevista de saida, desligamento, avaliacao de desempenho
avaliacao anual, avaliacao, entrevista de avaliacao, feedback anual, um a um, periodo experimental
avaliacao semestral, pdi, colloquio annuale, valutazione, functioneringsgesprek, beoordelingsgesprek, exitgesprek
utvecklingssamtal, medarbetarsamtal
"""
# Offices, doctors, schools, housing, and everything that is called Entretien because it is maintained.
OFFICE = """
logement, appart, proprio, credito, hypothek, darlehen, condo board, board interview, relocation call
steuererklarung, declaracion, rdv notaire, therapiegesprach, kennenlernen kita, wohnberatung, tax office
tax appointment, court date, court hearing, police interview, immobilienbesichtigung, maths tutor, my tutor
blood donor, steuergesprach, immigration interview, interview notice, plaquettes, freins, pneus, courroie, chaudieres
toiture terrasse, chauffe, abonnement, debarras, chauffage, chauffe eau, climatiseur, piscine, pelouse, haies
tondeuse, vmc, portail, extincteur, scooter, trottinette, gouttiere*, cheminee, adoucisseur, machine a laver
revision voiture, camping car, tracteur, ofii, ofpra, assimilation, mdph, carsat, crous, rsa, assistante sociale
referente sociale, tutelle, mediateur, mediation, vae, prefet, tutora, tutor de, jefa de estudios, orientadora
trabajadora social, asistenta social, arraigo, nie, permiso de residencia, comisaria, registro civil, adopcion
mediacion, administrador de fincas, peritaje, perito, aseguradora, assistente social, autorizacao de residencia
cartao residencia, cartao de residencia, renovacao cartao, pericia, junta medica, conservatoria, adocao
conselho tutelar, cpcj, registo civil, auslanderamt, integrationsamt, jugendamt, familienkasse, rentenversicherung
mpu, pflegegrad, eigentumerversammlung, finanzierung, baufinanzierung, finanzberatung, kredit, testament, scheidung
praxis, psycholog*, heilpraktik*, ernahrungsberatung, hochzeit*, erstgesprach therapie, kinderwunsch
vermogensberatung, energieberatung, consultation, adjustment of status, citizenship test, social worker, case worker
caseworker, claims adjuster, home study, school tour, coop board, doula, wedding planner, boiler, plumber, financing
estate planning, divorce, nutrition*, personal trainer, trial class, trial lesson, volunteer*, home survey
alumni interview, scholarship interview, mba interview, med school, grad school, witness, oral exam, viva
intake session, naturalization interview, naturalisation interview, benefits interview, credit check, flatshare
flat share, flat interview, room viewing, house viewing, entretien de situation, entretien de suivi
entretien diagnostic, entretien d orientation, entretien conseiller, actualisation, hospiteren, wohngemeinschaft
mietergesprach*, mietinteressent*, hausarzt, facharzt, vorsorge*, kieferorthopad*, kinderarzt, taufe, klassenleit*
einschulung*, kindergarten*, krippe, pflegegeld, pflegeberatung, gutachter*, mdk, rdv medecin, pediatre
conseil de classe, reunion parents, inscription ecole, notaires, assurance auto, proprietaires, visite appartement
pediatra, ortodoncista, reunion de padres, casera, seguro medico, cita medica, consulta medica, padrinho
reuniao escola, condominio, cartorio, despachante, detran, crossing, border, customs, interview with principal
headmaster, headteacher, oncolog*, cardiolog*, dermatolog*, radiolog*, gynaecolog*, gynecolog*, orthodont*
paediatric*, pediatric*, visa, embassy, consulate, citizenship, immigration, green card, naturalisation
naturalization, passport, residence permit, asylum, uscis, global entry, social services, benefits, jobcentre
job centre, jobcenter, unemployment, universal credit, jury duty, jury service, adoption, foster, custody, notary
lawyer, solicitor, social security, parole, housing association, mortgage, loan, account opening, open account
insurance claim, financial advis*, pension, broker, doctor, dentist, dental, gp, physio*, therapy, therapist, clinic
hospital appointment, medical, surgery, anaesthe*, anesthe*, checkup, check up, blood test, optician, vet, vaccine
nurse appointment, midwife, counsell*, intake appointment, pre op, school, kindergarten, nursery, daycare
parents evening, parent teacher, parents, tutoring, teacher meeting, admission*, admissions interview
college interview, university interview, scholarship, phd application, mba, course, class, lesson, lecture, exam
driving test, driving lesson, flat, flat viewing, apartment, housemate*, roommate*, flatmate*, house share, viewing
landlord, letting, estate agent, rental, tenant*, co op board, co op interview, condo, nanny, babysitter, au pair
cleaner, dog, cat, choir, volunteer interview, church, wedding, matchmak*, dating, date with, visum, visumsinterview
botschaft, konsulat, auslanderbehorde, einburgerung*, arbeitsamt, agentur fur arbeit, arbeitsagentur
beratungsgesprach, burgeramt, behorde, standesamt, anwalt, notar, gericht, polizei, steuerberat*, bankgesprach
bei der bank, kreditgesprach, versicherung, rentenberatung, arzt, zahnarzt, arztgesprach, vorgesprach narkose
narkose, anasthesie*, aufklarungsgesprach*, klinik, krankenhaus, therapie*, anamnese*, op vorgesprach, impfung
hebamme, diagnostikgesprach, elterngesprach*, elternabend, elternsprechtag, kita, kita gesprach, schule
schulgesprach*, nachhilfe, aufnahmegesprach*, studienberatung, zulassung*, lehrer*, tauschule, stipendium*
fahrschule, kurs, unterricht, hort, wg, wg casting, wg gesprach, wg besichtigung, wohnungsbesichtigung, besichtigung
vermieter, makler, mieter*, haushaltshilfe, putzhilfe, verein, chor, taufgesprach, traugesprach, hausverwaltung
prefecture, ambassade, consulat, titre de sejour, pole emploi, france travail, agence emploi, conseillere
conseiller emploi, mission locale, apec, caf, mairie, notaire, avocat, tribunal, la banque, ma banque, banquier
banquiere, credit, pret, impots, assurance, cpam, medecin, dentiste, anesthesiste, kine, hopital, clinique, psy
orthophoniste, sage femme, dermato, radio, vaccin, preanesthesique, pre anesthesique, infirmiere, ecole, college
lycee, creche, parents profs, parents professeurs, prof, maitresse, maitre, professeur, inscription, bourse
soutien scolaire, cours, assistante maternelle, nounou, baby sitter, admission, chaudiere, voiture, vehicule, moto
velo, jardin, clim, climatisation, ascenseur, menage, toiture, poele, pompe a chaleur, espaces verts, vidange
plombier, copro, syndic, appartement, colocation, coloc, visite appart, proprietaire, agence immobiliere, bailleur
locataire, ramonage, entretien auto, visado, embajada, consulado, extranjeria, nacionalidad, sepe, inem, paro
ayuntamiento, notario, abogado, juzgado, policia, el banco, del banco, hipoteca, prestamo, seguro, hacienda, gestor fiscal, mi gestor
pasaporte, cita previa, oficina de empleo, servicios sociales, medico, dentista, anestesia, fisio*, clinica
psicolog*, hospital, vacuna, analisis, terapia, preoperatori*, colegio, escuela, guarderia, tutoria, profesor*
maestra, padres, admision, beca, instituto tutor, clase, curso, universidad, academia, piso, casero*, caseros
alquiler, inmobiliaria, companer* de piso, habitacion, arrendador*, inquilin*, canguro, ninera, vecin*
comunidad de vecinos, visto, embaixada, nacionalidade, cidadania, sef, aima, iefp, centro de emprego
camara municipal, advogad*, no banco, do banco, credito habitacao, emprestimo, financas, passaporte, cras, inss
imigracao, seguranca social, gerente do banco, medica, vacina, exame, exames, consulta, pre operatori*, escola
infantario, professora, professor*, pais, matricula, bolsa, aula, faculdade, vestibular, reuniao de pais
diretora de turma, apartamento, senhori*, senhorio, aluguel, arrendamento, imobiliaria, colega* de casa, quarto
republica, baba, ambasciata, questura, in banca, scuola, affitto, huurwoning, gemeente, hospiteer*
"""
# Fairs, talks, courses.
EVENT = """
recruiting event, recruitment event, hiring event, recruiting day, recruiting fair, recruitment fair, talent day
career night, careers evening, careers talk, career talk, company presentation, employer presentation
meet the employers, meet employers, firmenkontakt*, karriereabend, karrierefruhstuck, forum entreprises
forum carrieres, speed recruiting, job dating, speed dating emploi, career webinar, get hired, ask a recruiter
recruiter panel, recruiters panel, panel discussion, recruiter q a, negotiation webinar, salary webinar, bewerbertag
rencontres de l emploi, jornada de empleo, jornadas de empleo, sesion informativa, sessao informativa
sessao de esclarecimento, infosession, infotag, q a with the director, screening of, the future of, doors open, rsvp
tickets, register here, registration open, registration required, registration desk, replay, speakers, talk by, open to all, user group, roundtable, round table
book launch, ask me anything session, drop in, lightning talks, podiumsdiskussion, anmeldung erforderlich
inscription gratuite, inscripcion gratuita, inscricao gratuita, mesa redonda, barcamp, unconference, demo day
pitch night, webinar*, fair, career fair, job fair, careers fair, career day, meetup, conference talk, info session
information session, open house, open day, seminar, workshop, training, hackathon, networking, masterclass, bootcamp
lecture, livestream, ama, course, messe, karrieremesse, jobmesse, karrieretag, vortrag, schulung, infoveranstaltung
stammtisch, tagung, infoabend, jobborse, webinaire*, salon emploi, salon de l emploi, forum emploi, atelier
formation, porte ouverte, portes ouvertes, reunion d information, table ronde, webinario*, feria, feria de empleo
taller, jornada, formacion, seminario, charla informativa, curso, ponencia, webinar, feira, feira de emprego
feira de carreiras, palestra, formacao, treinamento
"""
# Somebody sells.
SALES = """
unser portfolio, our portfolio, notre portefeuille, become your partner, logistics partner, recruiting software
recruitment software, hr software, hiring software, interview software, scheduling software, ats demo
recruiting platform, recruitment platform, hiring platform, recruiting tool, hiring tool, software de recrutamento
plataforma de recrutamento, plataforma de reclutamiento, software de reclutamiento, software de seleccion
logiciel de recrutement, logiciel rh, outil de recrutement, bewerbermanagement software, recruiting losung
software demo, platform walkthrough, sales intro, sales meeting, sales demo, partnership intro, partnership call
rendez vous commercial, presentation de notre offre, notre offre commerciale, nuestra oferta comercial, unsere losung
unserer losung, vorstellung unserer, our offering, our product, see how, show you how, your needs, free trial
save time, upsell, onboarding plan, statement of work, sow, retainer, project brief, client onboarding
discovery call, ship faster, procurement, demo, demonstration, product demo, platform demo, sales call, pricing
quarterly business review, qbr, renewal, vendor, supplier, contract review, investor*, pitch, fundraising, kickoff
kick off, client call, client meeting, onboarding call, invoice, proposal review, account review, implementation, rfp
tender, outage, escalation, support call, vorfuhrung, produktvorstellung, lieferant*, kundentermin, kundengesprach*
verkaufsgesprach*, investoren, akquise, vertragsverlangerung, fournisseur*, devis, rendez vous client, rdv client
investisseur*, prestataire*, partenariat, demostracion, proveedor*, presupuesto, reunion con cliente*, inversor*
renovacion, cotizacion, llamada de ventas, demonstracao, fornecedor*, orcamento, reuniao com cliente*, investidor*
renovacao, cotacao, proposta comercial, parceria
"""
# Hired already.
ONBOARDING = """
your start, your new team, your new colleagues, ihr start, dein start, dein erster tag, ihr erster tag, votre arrivee
ton arrivee, tu llegada, a tua chegada, welcome coffee, welcome chat, welcome to, willkommen bei, bienvenue chez
bienvenido a, bienvenida a, bem vindo a, bem vinda a, your buddy, kick off with your, signature de contrat
firma contrato, induction day, induction session, orientation day, new employee orientation, signing
contract signing, signing day, unterschrift, assinatura, first week, your first week, welcome lunch
welcome to the team, welcome breakfast, welcome session, welcome day, welcome meeting, your laptop is ready
equipment pickup, payroll, it setup, it set up, badge photo, joining instructions, new hire*, erste woche
ersten woche, premiere semaine, primera semana, primeira semana, willkommen im team, willkommenstag
bienvenue dans l equipe, bienvenido al equipo, bem vindo a equipa, bem vinda, contract is ready
employment contract signing, arbeitsvertrag unterschreiben, vertragsunterschrift, onboarding, first day
before your first day, your first day, welcome call, welcome aboard, contract is signed, contract signed
sign contract, new joiner*, new starter*, day one, week one, preboarding, pre boarding, laptop pickup
laptop handover, your start on, before you start, einarbeitung, erster arbeitstag, ersten arbeitstag
vertragsunterzeichnung, vertrag unterschrieben, willkommen an bord, arbeitsbeginn, dienstantritt, premier jour
accueil nouvel*, bienvenue, signature du contrat, signature contrat, contrat signe, journee d integration
prise de poste, arrivee de, primer dia, bienvenida, firma de contrato, firma del contrato, contrato firmado
incorporacion al equipo, acogida, primeiro dia, boas vindas, assinatura de contrato, assinatura do contrato
contrato assinado, integracao, acolhimento
"""
# Other uses of the words, and other pastimes.
ELSEWHERE = """
informational interview, informational chat, informational call, networking call, networking coffee, networking chat
networking lunch, speed networking, release candidate, rc review, go no go, reference call, reference check, referee
reference for, referenz*, referenzgesprach*, referencia* de, prise de reference*, llamada de referencia*
multithread*, coding standards, merge request, pull request, candidate build, candidate release, election
candidates debate, town council, sports, birthday, party, anniversary, concert, cinema, theatre, movie, gym, yoga
football, soccer, tennis, haircut, hairdresser, bridal, holiday, vacation, urlaub, ferias, vacaciones, vacances, pto
ooo, out of office, film, watch, read, book club, interview with the vampire, ex colleague*, old colleague*
former colleague*, ex team, reunion d anciens, geburtstag, sommerfest, weihnachtsfeier, kino, konzert, friseur
anniversaire, coiffeur, cine, cumple*, fiesta, aniversario, cabeleireir*, festa, futebol, fut de, churrasco
happy hour, farewell, leaving drinks, team building, offsite, pot de depart, abschied*
"""
# A note to oneself about an interview.
ERRAND = """
interview clothes, interview outfit, interview suit, interview notes, interview feedback, interview results
interview expenses, interview travel, interview shoes, interview shirt, interview transcript, interview recording
interview slides, interview deck, write up, transcribe, ironing, shopping, laundry, babysitter for, rest day, recover
chase up, thank kim, thank you, book train, book hotel, book flight, my notes, buy suit, pick up suit, suit from
to cancel, to reschedule, to decline, to postpone, to confirm, cancel interview, reschedule interview
decline interview, confirm interview, thanks to, follow up on, follow up with, follow up after, reply to, write to
email to, send to, remind, buy, print, iron, outfit, ask about, decide, deadline, reflect, reflection, feedback from
after interview, after the interview, relax, celebrate, absagen, verschieben, zusagen, dankesmail, danke mail
nachfassen, hemd, anzug, bugeln, drucken, besorgen, zuruckrufen, frist, abgabe, notizen, nach dem interview
nach dem gesprach, annuler, decaler, reporter, confirmer l entretien, relancer, relance, remercier
mail de remerciement, repondre, imprimer, acheter, costume, repasser, apres entretien, apres l entretien, cancelar
aplazar, confirmar entrevista, agradecer, agradecimiento, responder a, imprimir, comprar, planchar, traje
despues de la entrevista, plazo, recordar, desmarcar, remarcar entrevista, adiar, agradecimento, responder
passar a ferro, terno, fato, depois da entrevista, prazo, lembrar
"""

AGAINST = {
    "friendly": FRIENDLY,
    "conducting": CONDUCTING,
    "candidate": CANDIDATE,
    "hiring_side": HIRING_SIDE,
    "helper": HELPER,
    "practice": PRACTICE,
    "hold": HOLD,
    "travel": TRAVEL,
    "research": RESEARCH,
    "press": PRESS,
    "staff": STAFF,
    "office": OFFICE,
    "event": EVENT,
    "sales": SALES,
    "onboarding": ONBOARDING,
    "elsewhere": ELSEWHERE,
    "errand": ERRAND,
}
