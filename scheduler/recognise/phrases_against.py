"""What is said in what only looks like an interview, by meaning, in en de fr es pt and some it nl.

A phrase is a list of words; a word ending in * matches every word that begins so. Accents and case are folded away;
sorted, since sorted tables are put together fastest.
"""

from __future__ import annotations

from scheduler.recognise.phrases_trades import OFFICE

# Said among friends and former colleagues.
FRIENDLY = """
anciens, apero, beer, ca fait longtemps, catch up, cuanto tiempo, drinks, ehemalige*, ex colleague*, feierabendbier
grand opening, hace tiempo, how are things, how have you been, how is life, how is the new job, how s the new job
just social, kids, lange nicht gesehen, long time, miss you, missed you, no agenda, nos revermos, old colleague*
old times, opening night, opening party, ponernos al dia, por a conversa em dia, prendre des nouvelles, quanto tempo
quatschen, saudades, se revoir, since you left, unas canas, wie geht
"""
# The user conducts it, or talks about candidates.
CONDUCTING = """
a candidat*, about the candidate, add your rating, als interviewer, alumnos, applicant, applicants, as interviewer
aspirantes, avalia, avec la candidate, avec le candidat, avec un candidat, avec une candidate, bewerbergesprach*
bewerberinterview*, bewertungsbogen, call the candidate, candidate has been, candidate interview with, candidate is
candidate joins, candidate presentation, candidate profile, candidate receives, candidate resume, candidate s cv
candidate s profile, candidate s resume, candidate was, candidate will, candidates for your vacancy, com candidat*
con candidat*, conduz a entrevista, conduzir a entrevista, da candidata, de la candidate, do candidato, du candidat
du fuhrst, du interviewst, en tant qu evaluat*, entretien avec candidat*, entretien candidat*, entrevista a candidat*
entrevista candidat*, entrevista com candidat*, entrevista con candidat*, entrevistador*, entrevistadores
entrevistamos a, entrevistar a, entrevistar candidat*, entrevistas tu, entrevisto eu, entrevisto yo, eu conduzo
fachlichen fragen, faire passer des entretiens, faire passer un entretien, fais passer, feedback form
ficha de avaliacao, fill in the scorecard, grelha de avaliacao, grille d evaluation, i am interviewing, i conduct
i interview, i lead, i m interviewing, i m leading, i m the interviewer, ich fuhre, ich fuhre das gesprach
im interviewing, interview applicant*, interview candidate, interview candidates, interview kit, interview plan
interview shadow*, interview w candidate*, interview with a candidate, interview with candidate*
interview with the candidate, interviewer kit, interviewing candidate*, interviewing for us, interviewing interns
je conduis, je mene, je recois, kandidateninterview*, leave feedback, meet candidate, meet the candidate
mener l entretien, mit bewerber*, mit kandidat*, open kit, panel de entrevistadores, part of the hiring team
please review the take home, preencher grelha, present three candidates, question bank, reverse shadow
review the candidate, score card, scorecard*, shadow, shadow interview, shadowing, sie fuhren das gesprach
submit feedback, submit your feedback, te entrevistara, the applicant, the candidate has, tu entrevistas
tu menes l entretien, ubernimmt die fachlichen, unterlagen der bewerber*, unterlagen des bewerber*, vas a entrevistar
voce entrevista, vous menez l entretien, vous recevez en entretien, w candidate, we interview, with a candidate
with applicant, with candidate, with candidates, with the applicant, with the candidate, yo entrevisto
you are interviewing, you interview, you ll interview, you re interviewing, you will be interviewing
you will interview, your feedback form, your scorecard, youre interviewing
"""
# Said of the other one; in an invitation from outside to the user's private address it says nothing.
CANDIDATE = """
applicant, applicants, bewerber, bewerberin, bewerberinnen, bewerbern, candidat, candidata, candidatas, candidate
candidates, candidati, candidato, candidatos, candidats, kandidat, kandidate, kandidaten, kandidatin, kandidatinnen
"""
# Work on hiring for the own employer.
HIRING_SIDE = """
abgleich, alinhamento da vaga, alinhamento de vaga*, alinhamento vaga, auswahlsitzung, auswertung, bewerberauswahl
bewerberinterviews fuhren, bewerberrunde, bewerbungen sichten, brief de poste, calibration, candidate debrief
candidate review, candidate sync, comite de contratacao, comite de contratacion, comite de recrutement
como entrevistar, conduire des entretiens, conduire un entretien, contratacion, cv screening, debrief candidat*
debrief vaga, debrief*, einstellungsrunde, feedback interview, for hiring managers, for managers, funil, headcount
hiring committee, hiring decision, hiring kick off, hiring kickoff, hiring meeting, hiring plan*, hiring review
hiring standup, hiring sync, hiring update, how to interview, intake call, intake meeting, interview calibration
interview committee, interview feedback, interview panel sync, interview training, interviewer, interviewer guild
interviewer onboarding, interviewer training, interviewer workshop, interviewer*, interviewerschulung
interviewleitfaden, interviews fuhren, job ad review, job intake, jour fixe recruiting, kandidatenbesprechung
mener des entretiens, mener les entretiens, mener un entretien, nachbesprechung, personalplanung, pipeline review
plan de recrutement, point recrut*, point recrutement, ponto de situacao, puesta en comun, recruiting jour fixe
recruiting runde, recruiting standup, recruiting sync, recruiting update, recruiting weekly, recruitment budget
recruitment meeting, recruitment sync, recruitment update, requisition, resume screening, reuniao de recrutamento
reunion de seleccion, reunion recrutement, review applications, review cvs, review resumes, revisao de candidat*
revision de candidat*, revision de cv*, roundup, saber entrevistar, scorecard, scorecards, screen cvs, screen resumes
seguimiento de vacantes, shortlist*, sourcing jam, sourcing session, stellenbesetzung, structured interviewing
submit scorecard*, sync vacantes, tri des cv, triagem de curriculos, triagem de cv*, unconscious bias
vacantes abiertas, vagas abertas, wrap up candidate*, write feedback, write scorecard*
"""
# Said in the text of a paid or friendly helper.
HELPER = """
coach, coaching, cv feedback, fait le recruteur, faz de entrevistador*, feedback sincero, get ready for
hace de entrevistador*, help you, helping, honest feedback, jeu de role, leetcode, mentor, mentoring, mock
plays the interviewer, positioning, practice, preguntas tipicas, purchased package, questions types, rehearse
resume feedback, seance 1 sur, sesion 1 de, sessao 1 de, session 1 of, simulacro, sitzung 1 von, spielt den
swap roles, typical questions, typische fragen, upload
"""
# Getting ready.
PRACTICE = """
about my interview, about my job interview, accompagnement, accompagnement a la recherche, ace your, acing
acompanamiento, aconselhamento de carreira, algo practice, allenamento, anschreiben, answers, antworten
application deadline, applications batch, apply for, apply to, atelier cv, atelier de preparation, atelier emploi
atelier entretien*, atelier preparation, before interview, before my interview, before the interview
before zephyr interview, bewerbung fertig, bewerbung schreiben, bewerbungen schreiben, bewerbungscheck
bewerbungscoaching, bewerbungsfoto*, bewerbungsmappencheck, bewerbungstipps, bewerbungstraining, bewerbungsworkshop
bilan de competences, bootcamp, brainstorm, brush up, brushing up, busca de emprego, busqueda de empleo, career advice
career change session, career clarity, career coach*, career counsel*, career mentor*, career planning, career session
carta de apresentacao, carta de presentacion, cases uben, cheat sheet, clases de entrevista, coach, coaching
company research, conseil carriere, conseils, consejos, cover letter, crack the, cracking the, cv check, cv clinic
cv help, cv polish, cv review, cv workshop, dicas, dicas de entrevista, domina tu, dominar a entrevista
dress rehearsal, drills, dry run, dryrun, durchspielen, einlesen, elevator pitch, ensaiar, ensaio, ensayar, ensayo
entrainement, entretien blanc, entretien fictif, entrevista de mentira, entrevista de practica, entrevista de prueba
enviar curriculo, enviar cv, envoyer candidature, envoyer cv, erfolgreich im, estudar, estudiar, exito en, exponent
fallstudien uben, finish application, flashcards, for my interview, fragen sammeln, gehaltsverhandlung uben
generalprobe, how to ace, informarse, interview bootcamp, interview prep, interview questions, interview skills
interview techniques, interview tips, interview workshop, interviewfragen, investigar empresa, job club, job hunt*
job search, jobsuche, karriereberatung, karrierecoaching, karriereplanung, kata, lebenslauf uberarbeiten, leer sobre
leetcode, ler sobre, lernen fur, lettre de motivation, linkedin check, linkedin profile, lire sur, mandar bem
mandar curriculo, mandar cv, meistere, meistern, meistert, mentor*, mentorat, mentoria, mock, mocks, mocks with
my interview tomorrow, nachlesen, nail your, neetcode, negotiation training, notes for, oefen*, oefenen
oficina de carreira, oficina de emprego, oficina de entrevista*, orientacao de carreira, orientacao profissional
orientacion laboral, orientador*, outplacement*, passar na entrevista, peer interview, perguntas de entrevista
perguntas entrevista, pesquisar empresa, plan de carriere, portfolio polish, practica de entrevista, practicar
practice, practicing, practise, practising, pramp, praticar, pre read, preguntas de entrevista, preguntas entrevista
prep, prep call, prep session, prepa, prepara tu, preparacao, preparacion, preparando, preparar, preparar me
preparation, preparazione, prepare, preparer, preparing, preparons, prepping, probeinterview, procura de emprego
proefgesprek, questions brainstorm, questions d entretien, questions entretien, questions for, read up, recherche
recherche d emploi, rechercher entreprise, recherchieren, rehearsal, rehearse, relire, repasar, repeter, reponses
research company, respostas, respuestas, resume check, resume clinic, resume review, resume workshop, reussir ses
reussir son, reussir un, reussir vos, reussir votre, rever, rever notas, revisar cv, revisar notas, revisar respuestas
revise, reviser, revision entretien, revision pour, revision test, revisions, role play, roleplay, s entrainer
salary negotiation coaching, selbstprasentation uben, send application, send cv, send thank you, simulacao, simulacion
simulacro, simulada, simulado, simulation, simulation*, simulations, simulazione, souveran im, star method
star stories, story bank, study for, study group, study session, study time, studying, submit application
sucesso em entrevistas, supera tu, superar tu, superar una, talking points, taller cv, taller de empleo
taller de entrevista*, thank you email, thank you mail, thank you note*, tipps, tips, training session, treinar
treino, triunfa en, tutoria de carrera, ube*, ubungs*, ubungsinterview, ubungsstunde, unterlagen fertig, update cv
update resume, voorbereid*, vorbereiten, vorbereitung*, vorbereitungs*, vorbereitungskurs, vorbereitungstreffen
warm up, warmup, write cover letter
"""
# Kept free, not agreed.
HOLD = """
a confirmar, a confirmer, apartado, available for interviews, block, blocked, blocken, blocker, bloque, bloqueado
bloqueio, bloqueo, buffer after, buffer before, creneau a, creneau bloque, creneau propose, creneau reserve
disponible para entrevistas, disponible pour entretien, disponivel para entrevistas, dnb, do not book, eventuel*
eventuell, evtl, focus time, free for interviews, freihalten, freihalten fur, garder libre, geblockt, guardar hueco
hold, holding, hueco para, interview availability, interview slots, keep clear, keep free, maybe, noch offen
offered slot*, on hold, pencil in, penciled, pencilled, peut etre, placeholder, platzhalter, por confirmar, posible
possible, possivel, potential slot, pre reserva, proposed slot*, provisorio, puffer, quiza, quizas, reservado, reserve
reserve pour, reserved, reserved for, reserviert, save the date, segurar, slot option*, slots for, slots offered
tal vez, talvez, tbc, tbd, tentative, time blocked, time slot held, unter vorbehalt, verfugbar fur, vielleicht
vorblocken, vorgemerkt, waiting for confirmation, zeitfenster
"""
# On the way.
TRAVEL = """
abreise, aeroport, aeroporto, aeropuerto, airport, anfahrt, anreise, autobus, autocarro, autofahrt, ave, bahn
bahnfahrt, bilhete, billet, billete, billets, bus, bus nach, bus to, camino a, carro para, childcare, coach to
coche a, comboio, commute, covoiturage, db nach, depart pour, deslocacao, deslocamento, desplazamiento, drive to
driving to, fahrt, fahrzeit, flight, flight to, flixbus, flug, flughafen, garde d enfant, gare, hinfahrt, hotel, ice
ida a, kinderbetreuung, leave for, leave home, losfahren, ninera para, on the way, onibus, ouigo, outbound, parking
parkplatz, partir pour, reis naar, renfe, return journey, ruckfahrt, ruckreise, sair para, salir hacia, salir para
set off, sncf, subway, taxi, tgv, ticket, tickets, train, train nantes, train pour, train to, train vers, trajet
travel, travel time, travel to, trayecto, trein, trem, tren, treno, tube to, uber, viagem, viaggio, viaje, vlucht, vol
vol pour, volo, voo, voyage, vuelo, weg zu, weg zum, zug, zug nach, zugfahrt, zum bahnhof
"""
# Studies ask questions too.
RESEARCH = """
abschlussarbeit, als student, als studentin, aufwandsentschadigung, bachelor thesis, bachelorarbeit, befragt
befragung, beta feedback, bon d achat, capstone, cartao presente, carte cadeau, case study interview, class project
customer call, customer discovery, customer feedback, customer interview*, customer story, dedommagement
defensa de la tesis, defensa de tesis, defensa de tfg, defensa de tfm, defensa del tfg, defensa del tfm
defesa da tese, defesa de dissertacao, defesa de doutorado, defesa de doutoramento, defesa de mestrado, defesa de tcc
defesa de tese, dein buch, deinem buch, design research, diary study, discovery interview*, disputation, dissertacao
dissertation, dissertation defence, dissertation defense, doctorant*, doktorarbeit, enquete, entretien client*
entretien de recherche, entretien expert, entretien qualitatif, entretien sur, entretien usager*, entretien utilisat*
entrevista a cliente*, entrevista a usuari*, entrevista a utilizador*, entrevista acerca, entrevista cliente*
entrevista com cliente*, entrevista com usuari*, entrevista com utilizador*, entrevista con cliente*
entrevista con usuari*, entrevista de investigacion, entrevista de pesquisa, entrevista de usuari*
entrevista de utilizador*, entrevista sobre, entrevista usuari*, entrevista utilizador*, entrevistas a usuari*
entrevistas con usuari*, estudio de mercado, estudio de usuari*, estudio pagado, estudo com utilizador*
estudo de mercado, estudo de usuari*, ethnograph*, etude de marche, etude remuneree, etude utilisat*
expert interview*, experteninterview*, family tree, focus group, focus groups, fokusgruppe, for my research
for my study, gift card, grandfather, grandma, grandmother, grandpa, gratificacion, groupe de discussion, grupo focal
hausarbeit, history project, how you use, i am a student, incentive, interview about, interview for my bachelor*
interview for my blog, interview for my book, interview for my dissertation, interview for my master*
interview for my project, interview for my research, interview for my thesis, interview on your, interview sur
interview uber, interview utilisat*, interview with users, interview zu deinem, interview zum thema, interviewpartner*
interviews about, investigacion de mercado, jtbd, kundenbefragung, kundeninterview*, ma these, market research
marktforschung, marktstudie, master thesis, masterarbeit, memoire, mestrado, my thesis, nutzerforschung
nutzerinterview*, nutzertest*, oma, opa, oral history, paid interview, paid research, paid study, panel study
panelist, panelist*, panellist*, participant, participants, participar en un estudio, pesquisa de mercado
pesquisa remunerada, phd defence, phd defense, phd study, proband*, product feedback, projet d etudes, projet etudiant
projet universitaire, projeto universitario, promotionskolloquium, prototyp, prototype, proyecto universitario
prueba con usuari*, recherche utilisat*, research call, research interview*, research participant*, research session
research study, respondent*, sa these, school project, seu livro, soutenance de memoire, soutenance de these
stakeholder interview*, student project, studie, study session, survey, tarjeta regalo, tcc, teilnehmerin p
temoignage, tese, tesis, test de usuari*, test utilisat*, teste de usuari*, testimonial, tfg, tfm, these de
thesis defence, thesis defense, thesis interview, trabajo de fin de, tu libro, umfrage, uni project
university project, usabilidad, usabilidade, usability, user discovery, user feedback, user interview*, user research
user sessions, user test*, usertest*, ux interview, ux study, vale presente, viva voce, votre livre, voucher, win loss
you qualified for, your book, your story, your use of, zeitzeug*
"""
# So do papers.
PRESS = """
a feature on, ama, antenne, article, articulo, aufnahme, balado, bbc, blog, broadcast, chronique, columna, coluna
diario, dispatch, documentary, edition, em direto, emission, en direct, en directo, entrevista a revista
entrevista ao jornal, episode, fernsehen, fireside, for our readers, for publication, gazette, gift card interview
herald, horfunk, i am writing about, i m writing about, im radio, imprensa, interview request, jornal, jornalista
journal, journalist*, journaliste, journalistin, june issue, keynote, la radio, la tele, le journal, live interview
livestream, magazin, magazine, magazine issue, materia, media interview, media training, medios, midia, news
newsletter, newspaper, next issue, npr, off the record, on air, our issue, periodico, periodista, photographer
plateau, podcast, podcast*, portrait of, portrat, prensa, press, press interview, presse, presseinterview
pressetermin, profile of you, programa de radio, publicado, publicamos, publie, publier, publish*, q a for, quote you
radio, readers, recording, redaktionsgesprach, reportage, reportagem, reportaje, reporter, revista, rundfunk, sender
studio recording, talk show, tele, televisao, television, times, to be published, tribune, tv, we d record, we record
we will record, weekend edition, wir veroffentlichen, women in, writing a feature, writing about, writing an article
youtube, zeitschrift, zeitung, zum abdruck
"""
# Talks with one's own employer.
STAFF = """
1 1, 1 on 1, 1on1, all hands, annual review, appraisal, austrittsgesprach*, avaliacao, avaliacao anual
avaliacao de desempenho, avaliacao semestral, back to work, baja voluntaria, bem gesprach*, beoordelingsgesprek
beurteilungsgesprach*, bilan annuel, career conversation, check in, colloquio annuale, compensation review, daily
desempeno, desligamento, development talk, disciplinary, end of probation, entretien annuel*, entretien d evaluation
entretien de carriere, entretien de depart, entretien de fin, entretien de performance, entretien de progres
entretien de reprise, entretien de sortie, entretien individuel*, entretien mi annee, entretien prealable
entretien professionnel*, entretien semestriel, entrevista anual, entrevista de avaliacao, entrevista de desligamento
entrevista de saida, entrevista de salida, entrevista de seguimiento, entwicklungsgesprach*, evaluacion anual
evaluacion de desempeno, evaluacion del desempeno, evaluacion semestral, evaluation annuelle, exit, exit interview
exitgesprek, feedback anual, feedbackgesprach*, functioneringsgesprek, grievance, halbjahresgesprach*, jahresgesprach*
jour fixe, kritikgesprach*, leaver, leaving interview, leistungsbeurteilung, medarbetarsamtal, mid year, midyear
mitarbeitergesprach*, mitarbeiterjahresgesprach*, off boarding, offboarding, one on one, pdi, performance
periodo de prueba, periodo experimental, personalgesprach*, perspektivgesprach*, pip, point hebdo, probation
probation review, probezeitgesprach*, promotion panel, quarterly review, retro*, return to work, review cycle
revision anual, revision salarial, ruckkehrgesprach*, salary review, skip level, sprint, stand up, standup
stay interview, team meeting, town hall, trennungsgesprach*, um a um, uno a uno, utvecklingssamtal, valutazione
weekly, wiedereingliederung, year end review, yearly review, zielgesprach*, zielvereinbarung*
"""
# Fairs, talks, courses.
EVENT = """
ama, anmeldung erforderlich, ask a recruiter, ask me anything session, atelier, barcamp, bewerbertag, book launch
bootcamp, career day, career fair, career night, career talk, career webinar, careers evening, careers fair
careers talk, charla informativa, company presentation, conference talk, course, curso, demo day, doors open, drop in
employer presentation, fair, feira, feira de carreiras, feira de emprego, feria, feria de empleo, firmenkontakt*
formacao, formacion, formation, forum carrieres, forum emploi, forum entreprises, get hired, hackathon, hiring event
info session, infoabend, information session, infosession, infotag, infoveranstaltung, inscricao gratuita
inscripcion gratuita, inscription gratuite, job dating, job fair, jobborse, jobmesse, jornada, jornada de empleo
jornadas de empleo, karriereabend, karrierefruhstuck, karrieremesse, karrieretag, lecture, lightning talks, livestream
masterclass, meet employers, meet the employers, meetup, mesa redonda, messe, negotiation webinar, networking
open day, open house, open to all, palestra, panel discussion, pitch night, podiumsdiskussion, ponencia, porte ouverte
portes ouvertes, q a with the director, recruiter panel, recruiter q a, recruiters panel, recruiting day
recruiting event, recruiting fair, recruitment event, recruitment fair, register here, registration desk
registration open, registration required, rencontres de l emploi, replay, reunion d information, round table
roundtable, rsvp, salary webinar, salon de l emploi, salon emploi, schulung, screening of, seminar, seminario
sesion informativa, sessao de esclarecimento, sessao informativa, speakers, speed dating emploi, speed recruiting
stammtisch, table ronde, tagung, talent day, talk by, taller, the future of, tickets, training, treinamento
unconference, user group, vortrag, webinaire*, webinar, webinar*, webinario*, workshop
"""
# Somebody sells.
SALES = """
account review, akquise, ats demo, become your partner, bewerbermanagement software, client call, client meeting
client onboarding, contract review, cotacao, cotizacion, demo, demonstracao, demonstration, demostracion, devis
discovery call, escalation, fornecedor*, fournisseur*, free trial, fundraising, hiring platform, hiring software
hiring tool, hr software, ihr neuer recruiting partner, ihr recruiting partner, ihre personalagentur
ihre recruiting agentur, implementation, interview software, inversor*, investidor*, investisseur*, investor*
investoren, invoice, kick off, kickoff, kundengesprach*, kundentermin, lieferant*, llamada de ventas
logiciel de recrutement, logiciel rh, logistics partner, notre offre commerciale, notre portefeuille
nuestra oferta comercial, onboarding call, onboarding plan, orcamento, our offering, our portfolio, our product
outage, outil de recrutement, parceiro de recrutamento, parceria, partenariat, partnership call, partnership intro
pitch, plataforma de reclutamiento, plataforma de recrutamento, platform demo, platform walkthrough
presentation de notre offre, prestataire*, presupuesto, pricing, procurement, product demo, produktvorstellung
project brief, proposal review, proposta comercial, proveedor*, qbr, quarterly business review, rdv client
recruiting losung, recruiting platform, recruiting software, recruiting tool, recruitment platform
recruitment software, rendez vous client, rendez vous commercial, renewal, renovacao, renovacion, retainer
reuniao com cliente*, reunion con cliente*, rfp, sales call, sales demo, sales intro, sales meeting, save time
scheduling software, see how, seu parceiro de recrutamento, ship faster, show you how, software de reclutamiento
software de recrutamento, software de seleccion, software demo, sow, statement of work, su socio de seleccion
supplier, support call, tender, tu socio de seleccion, unser portfolio, unsere losung, unserer losung, upsell, vendor
verkaufsgesprach*, vertragsverlangerung, vorfuhrung, vorstellung unserer, votre partenaire de recrutement
votre partenaire recrutement, your hiring partner, your needs, your new recruitment partner, your recruiting partner
your recruitment partner
"""
# Hired already.
ONBOARDING = """
1er jour, a tua chegada, accepted our offer, accepted the offer, accueil nouvel*, acogida, acolhimento, am ersten tag
arbeitsbeginn, arbeitsvertrag unterschreiben, arrivee de, assinatura, assinatura de contrato, assinatura do contrato
badge photo, before you start, before your first day, begrussungstag, bem vinda, bem vinda a, bem vindo a
bem vindo a equipa, bienvenida, bienvenida a, bienvenido a, bienvenido al equipo, bienvenue, bienvenue chez
bienvenue dans l equipe, boas vindas, congrats again on joining, congrats on joining, congrats on your new
congratulations on joining, congratulations on your new, contract is ready, contract is signed, contract signed
contract signing, contrat signe, contrato assinado, contrato firmado, day 1 at, day 1 orientation, day one
day one orientation, dein erster tag, dein start, dienstantritt, einarbeitung, einfuhrungstag*
employment contract signing, enhorabuena por incorporarte, enhorabuena por tu incorporacion, enhorabuena por tu nuevo
equipment pickup, erste woche, ersten arbeitstag, ersten woche, erster arbeitstag, erster tag bei, erster tag im
erster tag in, felicitations pour votre embauche, felicitations pour votre nouveau, felicitations pour votre poste
firma contrato, firma de contrato, firma del contrato, first day, first day orientation, first week, for the i 9
gluckwunsch zur neuen stelle, ihr erster tag, ihr start, incorporacion al equipo, induction day, induction session
integracao, it set up, it setup, joining instructions, jornada de acogida, journee d accueil, journee d integration
kick off with your, laptop handover, laptop pickup, neue kolleginnen, new employee orientation, new hire orientation
new hire*, new joiner*, new starter*, nouveaux arrivants, numero de cuenta, onboarding, orientation day
parabens pela nova, parabens pelo novo, parabens por se juntar, payroll, pre boarding, preboarding, premier jour
premiere semaine, primeira semana, primeiro dia, primer dia, primera semana, prise de poste, rib et, schon dass du ab
sessao de acolhimento, sign contract, signature contrat, signature de contrat, signature du contrat, signing
signing day, so glad you accepted, sozialversicherungsnummer, ton arrivee, tu llegada, two forms of id, un rib
unterschrift, vertrag unterschrieben, vertragsunterschrift, vertragsunterzeichnung, votre arrivee, week one
welcome aboard, welcome breakfast, welcome call, welcome chat, welcome coffee, welcome day, welcome lunch
welcome meeting, welcome session, welcome to, welcome to the team, willkommen an bord, willkommen bei
willkommen im team, willkommenstag, your buddy, your first day, your first week, your i 9, your laptop is ready
your new colleagues, your new team, your start, your start on
"""
# Other uses of the words, and other pastimes.
ELSEWHERE = """
abschied*, aniversario, anniversaire, anniversary, birthday, book club, bridal, cabeleireir*, candidate build
candidate release, candidates debate, churrasco, cine, cinema, coding standards, coiffeur, concert, cumple*, election
ex colleague*, ex team, farewell, ferias, festa, fiesta, film, football, former colleague*, friseur, fut de, futebol
geburtstag, go no go, gym, haircut, hairdresser, happy hour, holiday, informational call, informational chat
informational interview, interview with the vampire, kino, konzert, leaving drinks, llamada de referencia*
merge request, movie, multithread*, networking call, networking chat, networking coffee, networking lunch, offsite
old colleague*, ooo, out of office, party, pot de depart, prise de reference*, pto, pull request, rc review, read
referee, reference call, reference check, reference for, referencia* de, referenz*, referenzgesprach*
release candidate, reunion d anciens, soccer, sommerfest, speed networking, sports, team building, tennis, theatre
town council, urlaub, vacaciones, vacances, vacation, watch, weihnachtsfeier, yoga
"""
# A note to oneself about an interview.
ERRAND = """
abgabe, absagen, acheter, adiar, after interview, after the interview, agradecer, agradecimento, agradecimiento
annuler, anzug, aplazar, apres entretien, apres l entretien, ask about, babysitter for, besorgen, book flight
book hotel, book train, bugeln, buy, buy suit, cancel interview, cancelar, celebrate, chase up, comprar
confirm interview, confirmar entrevista, confirmer l entretien, costume, danke mail, dankesmail, deadline, decaler
decide, decline interview, depois da entrevista, desmarcar, despues de la entrevista, drucken, email to, fato
feedback from, follow up after, follow up on, follow up with, frist, hemd, imprimer, imprimir, interview clothes
interview deck, interview expenses, interview feedback, interview notes, interview outfit, interview recording
interview results, interview shirt, interview shoes, interview slides, interview suit, interview transcript
interview travel, iron, ironing, laundry, lembrar, mail de remerciement, my notes, nach dem gesprach
nach dem interview, nachfassen, notizen, outfit, passar a ferro, pick up suit, planchar, plazo, prazo, print, recordar
recover, reflect, reflection, relance, relancer, relax, remarcar entrevista, remercier, remind, repasser, reply to
repondre, reporter, reschedule interview, responder, responder a, rest day, send to, shopping, suit from, terno
thank kim, thank you, thanks to, to cancel, to confirm, to decline, to postpone, to reschedule, traje, transcribe
verschieben, write to, write up, zuruckrufen, zusagen
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
