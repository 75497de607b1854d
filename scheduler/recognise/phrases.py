"""What is said in and about interviews, and in what only looks like one: folded phrases by meaning, en de fr es pt it nl.

A phrase is a list of words; a word ending in * matches every word that begins so. Accents and case are folded away.
"""

from __future__ import annotations

# Nothing but a job interview is called so.
JOB = """
tech test, job trial, work trial, working trial, trial work, trial morning, trial week, ride along, agency registration, registration with agency, jobgesprach*, personalgesprach bewerbung, vorstellung bei, vorstellen bei, termin bewerbung, bewerbung gesprach, gesprach bewerbung, probetermin, probezeit tag, ac tag
essai professionnel, demi journee d essai, essai en cuisine, periode d essai d une journee, mise en situation professionnelle, reunion recrutement collective, recrutement collectif
prueba de trabajo, prueba laboral, seleccion de personal, entrevista grupo, dia de teste, dia de experiencia, 2 a fase, 2 fase, 3 fase, segunda fase, terceira fase, tercera fase, ultima fase
final round, second round, third round, round 2, round 3, 2nd round, 3rd round, coding test, coding assessment, hm chat, hm call
hm screen, hm interview, hiring mgr, job talk, hr round, tech round, technical round, interview w, int w, zweitgesprach*, 2 gesprach
zweites gesprach, drittes gesprach, 3 gesprach, einstellungstest*, eignungstest*, bewerbungstermin, vorstellungstermin, vorstellungsrunde
bewerbungsrunde, personaler*, auswahlverfahren, eignungsgesprach, itw, entretien tel, rdv recrutement, rdv embauche, entretien job, entretien travail
entretien boulot, entretien stage, entretien cdi, entretien alternance, entretien d alternance, entretien de stage, entretien pour le poste
entrevista curro, entrevista puesto, entrevista para el puesto, segunda ronda, ronda final, primera ronda, 2 ronda, test tecnico, entrevista para a vaga, entrevista vaga
entrevista trabalho, entrevista de trabalho, segunda entrevista, ultima entrevista, terceira entrevista, primeira entrevista, rodada final
2e entretien, 2eme entretien, 3e entretien, 1er entretien, teaching demo, demo lesson, model lesson, lehrprobe, unterrichtsprobe, unterrichtsbesuch
working interview, stage interview, meet and greet interview, job interviews, interview panel, interview board, selection panel, selection interview
selection day, audition, interview call, interview with hr, round of interviews, interview schedule, interview slot, interview booked, interview time
job interview*, phone interview, telephone interview, video interview, panel interview, technical interview, tech interview
first interview, second interview, third interview, final interview, final round interview, onsite interview
on site interview, virtual interview, behavioral interview, behavioural interview, competency interview, case interview
coding interview, system design interview, hr interview, culture interview, values interview, hiring interview
live coding interview, in person interview, face to face interview, interview invitation, interview confirmation
interviewing for, you are interviewing for, you re interviewing for, interview loop, interview day, interview round, interview stage, screening interview, screening call, phone screen*
telephone screen*, recruiter screen*, recruiter call, technical screen*, tech screen*, hiring manager screen*, hr screen*
initial screen*, screen with, recruiting call, onsite loop, virtual onsite, super day, superday, assessment centre
assessment center, assessment day, trial day, trial shift, interview for the position, interview for the role, coderpad
vorstellungsgesprach*, bewerbungsgesprach*, jobinterview*, telefoninterview*, videointerview*, fachinterview*
erstinterview*, zweitinterview*, interviewtag, interviewrunde, auswahlgesprach*, auswahltag*, einstellungsgesprach*
vertragsgesprach*, probetag, probetage, probearbeit*, probearbeiten, schnuppertag, hospitation*, recruitinggesprach*, vg
entretien d embauche, entretien de recrutement, entretien telephonique, entretien rh, entretien drh, entretien technique
entretien visio*, entretien video, premier entretien, deuxieme entretien, second entretien, dernier entretien
entretien final, entretien manager, entretien candidat*, jury de recrutement, journee d essai, entretien d admission au poste
entretien collectif, entretien de motivation, entretien de preselection, embauche
entrevista de trabajo, entrevista laboral, entrevista de empleo, entrevista trabajo, entrevista personal, entrevista tecnica
entrevista telefonica, entrevista final, primera entrevista, segunda entrevista, tercera entrevista, entrevista presencial
entrevista rrhh, entrevista con rrhh, entrevista de seleccion, proceso de seleccion, prueba tecnica, videoentrevista
entrevista grupal, dia de prueba, jornada de prueba, prueba de seleccion
entrevista de emprego, entrevista emprego, entrevista rh, entrevista com rh, entrevista com o rh, entrevista de estagio
entrevista de recrutamento, processo seletivo, processo de selecao, segunda fase, prova tecnica, teste tecnico
entrevista online, entrevista por video, dinamica de grupo, entrevista com gestor*, entrevista com a gestor*
colloquio di lavoro, colloquio conoscitivo, colloquio tecnico, sollicitatiegesprek*, sollicitatie, kennismakingsgesprek
arbeitsprobe, jobbsamtal, jobbintervju, anstallningsintervju, proefdag, meeloopdag
"""
# The word itself.
INTERVIEW = """
interview, interviews, entretien, entretiens, entrevista, entrevistas, entrevistarte, colloquio, colloqui, intervju*, intw
интервью, собеседовани*, mulakat, rozmowa kwalifikacyjna, pohovor, haastattelu, interviu
"""
RECRUITING = """
recruiter, headhunter, headhunterin, personalerin, hrbp, talent specialist, people and culture, hr department, hr team, hr specialist, hr rep, hr lady
reclutadora, reclutador, recrutador, recrutadora, recruteuse, recruteur, seleccionador*, tecnica de seleccion, gestora de rh, vakanz, vakanzen
recruiter*, recruiting, recruitment, recruteu*, recrut*, reclut*, talent acquisition, talent partner, talent team
hiring manager*, hiring team, hiring call, hiring process, headhunt*, executive search, staffing, people partner
personalberat*, personalvermittl*, personalabteilung, personalreferent*, rekrut*, arbeitgeber, drh, rrhh, rr hh, hr call
hr chat, hr intro, hr conversation, call with hr, chat with hr, hr gesprach, rh, cabinet de recrutement, chasseu* de tete*
recursos humanos, consultora de seleccion, cazatalentos, gestor da vaga, seleccion de personal, comite de seleccion
hr manager, hr partner, hr business partner, people team, talent manager, talent sourcer, sourcer
"""
STAGE = """
programming, programming exercise, coding exercise, exercise, technical session, tech session, technical chat, written test, oral, group exercise, case, stage 1, stage 2, stage 3, step 2, step 3, part 2, round one, round two, round three, cv walkthrough, technical conversation, technical call, technical meeting, hiring panel, team interview, peer interview, peer chat, team chat, cto chat, ceo chat, vp chat, founder conversation, founders, with the founder*, stakeholder chat, cross functional, cross team, technical presentation, skills assessment, ability test, aptitude test, psychometric, personality test, writing test, writing sample, translation test, typing test, simulation exercise, brief, sell me, pitch exercise, role specific, domain interview, product sense, analytical, execution round, googliness, leadership principles, loop, debugging, debugging session, live debugging, refactoring session, sql test, data challenge, machine coding, lld, hld, dsa, algorithms, ml design, object oriented design, past experience, experience deep dive, project deep dive, resume deep dive, motivation, wrap up call, decision call, feedback call
testaufgabe*, fachtest, aufgabe, rundgang, betriebsbesichtigung, hausfuhrung, vorgesprach, folgegesprach*, folgetermin, zweittermin, probeschicht, probestunde, schnuppern, hospitieren, prasentation der aufgabe, aufgabenbesprechung, case besprechung, kollegengesprach, endrunde, angebotsgesprach, teamkennenlernen, teamrunde, fachrunde, arbeitsproben, fachliches gesprach, fachlich, technische runde, techniktest, schnuppertermin, kennenlerntermin, kennenlerntag, kennenlernrunde, erster austausch, zweiter austausch, erstkontakt, zweittermin, prufung
test ecrit, oral, epreuve*, exercice, exercice technique, visite des locaux, journee decouverte, immersion, session technique, presentation technique, entretien croise, echange avec l equipe, rencontre avec le fondateur, rencontre avec les fondateurs, fondateurs, fondatrice, fondateur, revue de code, revue technique, revue de l exercice, restitution exercice, soutenance, oral de, jury, debrief test, tour de table equipe, dernier echange, second echange, deuxieme echange, deuxieme rencontre, prochaine etape, test de personnalite, test metier, exercice de cas
sesion tecnica, prueba, prueba escrita, prueba de nivel, reto, reto tecnico, ejercicio, ejercicio tecnico, charla tecnica, reunion tecnica, visita a la oficina, visita a las oficinas, fundadores, fundadora, presentacion del caso, presentacion tecnica, revision del ejercicio, revision de la prueba, defensa, conversacion final, segunda charla, segunda reunion, segunda llamada, segunda conversacion, siguiente paso, ultimo paso, test psicotecnico, psicotecnico*, dinamica grupal, turno de prueba, encuentro con el equipo, conoce al equipo
sessao tecnica, teste, teste escrito, desafio, exercicio, exercicio tecnico, conversa tecnica, reuniao tecnica, conhecer o escritorio, visita ao escritorio, visita as instalacoes, fundadores, fundadora, apresentacao tecnica, apresentacao do desafio, revisao do desafio, revisao do exercicio, conversa final, terceira conversa, proximo passo, ultimo passo, dinamica, pareamento, programacao em par, codigo ao vivo, conversa com o time, conversa com a equipa, etapa final, etapa tecnica, fase tecnica, alinhamento cultural, turno experimental, dia experimental
prova tecnica, prova pratica, secondo incontro, incontro conoscitivo, tweede gesprek, meelopen, technisch gesprek
onsite, on site visit, office visit, site visit, office tour, first round, next round, round 1
1st round, deep dive, walkthrough, walk through, final stage, last stage, next stage, first stage, second stage, next step*, panel, system design
systems design, systemdesign, live coding, coding, pair programming, pairing, programming session, coding session
technical round, technical discussion, technical assessment, technical deep dive, tech talk, tech chat, take home
takehome, home assignment, case study, case presentation, product case, whiteboard*, portfolio review
portfolio presentation, portfolio walkthrough, work sample, skills test, design exercise, design challenge
coding challenge, challenge review, exercise review, cultural fit, culture fit, culture add, culture chat, values
meet the team, team fit, team match*, team matching, team lunch, bar raiser, screening, prescreen*, screen
founder chat, founder call, leadership chat, technical 1, technical 2, behavioral, behavioural, reference stage
offer call, offer discussion, offer conversation, salary negotiation, assessment, tech assessment, first conversation
second conversation, final conversation, closing call, hackerrank, codility, codesignal
erstgesprach*, zweitgesprach*, drittgesprach*, abschlussgesprach, fachgesprach*, kulturgesprach*, teamgesprach
kennenlerngesprach*, kennenlernen, zweite runde, erste runde, dritte runde, letzte runde, finale runde, finalrunde
probeaufgabe, fallstudie, fachlicher austausch, technisches gesprach, tech gesprach, teamtag, programmieraufgabe
live aufgabe, gehaltsgesprach, gehaltsverhandlung, telefongesprach
cas pratique, etude de cas, mise en situation, cas technique, cas client, test technique, restitution, echange technique, deuxieme tour
premier tour, second tour, dernier tour, rencontre equipe, rencontre avec l equipe, portfolio, premier echange
premier appel, appel decouverte, echange decouverte, pre qualification, prequalification, negociation salariale
ronda, segunda ronda, ultima ronda, etapa, ultima etapa, segunda etapa, fase final, caso practico, prueba de codigo
sesion de programacion, entrevista de valores, encaje cultural, conocer al equipo, panel de liderazgo, prueba practica
rodada, segunda rodada, 2 ronda, segunda conversa, primeira conversa, fit cultural, estudo de caso, desafio tecnico
conhecer a equipa, conhecer o time, bate papo tecnico, apresentacao do case, arquitetura, case tecnico, teste pratico
"""
TALK = """
rdv, rendez vous, termin, gesprachstermin, kontakt, contact, hello, phone, telephone, telephonique, telefonisch*, point, greet, q and a, informal, lockerer, informel*, informal, prise de contact, contacto, hablar, falar, bespreking, videogesprach, video, speak, speaking
chat, call, intro*, conversation, meet, meeting, meets, discussion, discovery, connect, conversations
sync, talk, get to know, video call, exploratory, q a, time with, min with, presentation, review
gesprach, austausch, treffen, telefonat, anruf, videocall, telefontermin, besprechung, prasentation, termin mit
echange, rencontre, appel, decouverte, visio, discussion, point avec, presentation, conversation
charla, llamada, platica, videollamada, reunion, conversacion, encuentro, presentacion
conversa, bate papo, batepapo, chamada, videochamada, reuniao, apresentacao, papo
chiacchierata, chiamata, telefonata, incontro, gesprek, kennismaking, belafspraak, samtal
"""
# Said among friends too.
SOCIAL = """
coffee, lunch, dinner, breakfast, brunch, catch up, catchup, kaffee, mittagessen, cafe, dejeuner, comida, almoco, almuerzo, tea, te con, visit, update, touch base, drinks
"""
# Said among friends and former colleagues.
FRIENDLY = """
catch up, long time, how is the new job, how s the new job, how are things, how is life, old times, no agenda, just social, beer, drinks, ex colleague*, old colleague*, since you left, how have you been, kids, miss you, missed you
lange nicht gesehen, quatschen, wie geht, ehemalige*, feierabendbier, ca fait longtemps, prendre des nouvelles, se revoir, anciens, apero, ponernos al dia, hace tiempo, cuanto tiempo, unas canas, por a conversa em dia, quanto tempo, saudades, nos revermos
"""
# What an employer writes to an applicant.
APPLYING = """
vakanz, vakanzen, stellenausschreibung, ausschreibung, notre offre, nuestra oferta, nossa oferta, curriculo, curriculum, zeugnisse, your submission, open role, open roles, open position*, a client who, client of mine, mon client cherche, un client recherche, un cliente que, betreue ein*, passt zu ihnen, profil comme, applied to, candidacy, apply, availability to start, right to work, your earliest start, wage, hourly rate, day rate, contract role, permanent role, part time role, headcount, backfill, job title, job spec, ausbildungsplatz, praktikumsplatz, tarifgruppe, befristet*, unbefristet*, teilzeit, vollzeit, arbeitsvertrag, einstiegsdatum, type de contrat, periode d essai, remuneration, teletravail, disponibilite*, mobilite, jornada, contrato indefinido, teletrabajo, disponibilidad, regime hibrido, clt, pj, disponibilidade
your application, your interest in, your candidacy, you applied, for applying, thank you for applying, your cv, your resume
your profile, your background, your experience, your career, your portfolio, your take home, hiring for, we are hiring
vacancy, vacancies, job opening, job opportunity, opening, opportunity, position, the role, a role, role, this role, our role, role at, new role
job description, job ad, start date, salary, salary range, salary expectations, compensation, notice period, relocation
joining us, joining as, you would be reporting, reporting to, be reporting to, reporting line, relocation package, compensation package, discuss package, our client, my client, your next role
years of experience, interview process, hiring process, selection process, next steps in the process, application process
your interviewer*, your interview*, your recruiter, candidate guide, candidate portal, candidate intro, candidate call
guide for candidates, details for the candidate, your candidate, for candidates, competency based, looking to hire, req id
requisition, salaried, bring your portfolio, looking forward to meeting you, looking forward to hearing more, forward to hearing more
looks forward to meeting you, forward to meeting you, tell us about yourself, questions for us, your questions, offer letter, who you would be reporting
bewerbung*, ihre bewerbung, deine bewerbung, bewerbungsunterlagen, lebenslauf, stelle, stelle als, position, stellenangebot
gehalt*, gehaltsvorstellung*, kundigungsfrist, eintrittstermin, ihr profil, dein profil, mein mandant, unser mandant
ihr interesse an, personlich kennenzulernen, kennenzulernen, auswahlverfahren, auswahlprozess, deine probeaufgabe
deiner probeaufgabe, deine fragen, ihre fragen, probezeit, festanstellung, werdegang
votre candidature, ta candidature, candidature, candidat, votre cv, votre profil, ton profil, votre parcours, ton parcours, poste
le poste, du poste, pretentions salariales, preavis, notre client, mon client, rejoindriez, rejoindrais, rejoindre notre
offre d emploi, recrute, cdi, cdd, processus de recrutement, vos attentes, ton experience, votre experience, vos questions
tes questions, vos motivations, salaire, votre dossier
tu solicitud, su solicitud, tu candidatura, su candidatura, tu perfil, su perfil, tu cv, vacante*, puesto, oferta de empleo
proceso de seleccion, ultima etapa del proceso, etapa del proceso, proceso, expectativas salariales, sueldo, salario, aspirante
tu experiencia, nuestro cliente, incorporacion, curriculum, tus preguntas, solicitud
tua candidatura, sua candidatura, candidatura, teu percurso, seu percurso, teu perfil, seu perfil, seu curriculo, teu cv
seu cv, vaga, vagas, a vaga, posicao, cargo, processo seletivo, pretensao salarial, remuneracao, nosso cliente, etapa
proposta, gestor, tua experiencia, sua experiencia, scale up que procura, as tuas perguntas, suas perguntas
candidatura inviata, la tua candidatura, posizione, retribuzione, jouw sollicitatie, je sollicitatie, functie, vacature
"""
# Nouns that head the name of a position.
# What is said around the steps of a selection, and elsewhere too.
PROCESS = """
next step, next steps, last step, final step, the process, our decision, before the offer, an offer, you ll meet, you will meet, you will be meeting, you ll be meeting
you will speak, you ll speak, you would work, you d be working, you d be sitting, front desk, bring an id, photo id, bring id, bring your id, walk us through, you built, be ready to, ready to draw
we liked, we loved, loved your, enjoyed, know you better, get to know you, getting to know you, meet you, meeting you, learn more about you, about yourself, share your screen, think aloud, we ask
our panel, the panel, future team, team members, on my team, our team, the team, leads the, who leads, runs the, reports to, day to day, day in the life, ask us anything, ask me anything, ask them anything, prepare a, please prepare, come with, whiteboard, problem together
letzter schritt, nachster schritt, nachsten schritt*, unserer entscheidung, es nehmen teil, fachbereich, freuen uns auf sie, freuen uns auf dich, bei uns, kennen lernen, kennenlernen, kennenzulernen, alltag, lern das team, kollegen, kolleginnen, neugierig, ausweis, arbeitsweise, projekterfahrung, motivation, starken, bereichsleit*, teamleit*, abteilungsleit*, vorgestellt, stell dich
derniere etape, prochaine etape, etape, notre decision, faire votre connaissance, vous rencontrer, te rencontrer, seduits, seduit, nous avons aime, piece d identite, l equipe, votre futur*, ta future, vos projets, tes projets, presentez, preparez, venez avec, parlez nous
ultima fase, siguiente fase, siguiente paso, proximo paso, nuestra decision, conocerte, conocerle, nos gusto, nos ha gustado, nos encanto, tus proyectos, sus proyectos, tu trabajo, el equipo, prepara, trae tu, dni, cuentanos, hablanos, tendras
ultima etapa, proxima etapa, proxima fase, passo seguinte, nossa decisao, conhecer te, conhecer voce, te conhecer, conhecer melhor, gostamos, adoramos, teus projetos, seus projetos, a equipa, o time, nosso time, prepare, traga, documento com foto, conte nos, fala nos
"""
ROLE = """
agile coach, scrum coach, sports coach, job coach
entwicklung, softwareentwicklung, psycholog*, redaktion, marketing, vertrieb, sales, einkauf, logistik, rechnungswesen, fundraising, policy officer, campaigner
senior, junior, graduate scheme, chief of staff, barista, cashier, bartender, waiter, waitress, receptionist, paralegal, counsel, attorney, auditor, bookkeeper, economist, statistician, chemist, biologist, physicist, translator, interpreter, animator, illustrator, producer, tester, operator, plumber apprentice, carpenter, welder, pilot, caretaker, carer, caregiver, instructor, trainer, adviser, advisor, agent, trader, underwriter, actuary, surveyor, inspector, supervisor, foreman, dispatcher, generalist, evangelist, advocate, fellow, owner, partner manager, account executive, sales rep, scrum master, business partner, data analyst, ml engineer, principal engineer, staff engineer, warehouse operative, merchandiser, sous chef, stylist, optometrist, veterinarian, paramedic, midwife post, social worker post, curator, archivist, geologist, ecologist, forester, gardener post, community manager, content manager, growth
verkaufer*, kassierer*, kellner*, koch, kochin, fahrer*, lagerist*, rezeptionist*, sekretar*, assistenz, jurist*, ubersetzer*, lektor*, dozent*, sozialpadagog*, sozialarbeiter*, altenpfleg*, krankenpfleg*, mfa, mechaniker*, mechatronik*, elektronik*, elektriker*, schlosser*, schreiner*, bauleit*, architekt*, statiker*, planer*, disponent*, einkaufer*, vertriebsmitarbeiter*, vertriebsleit*, aussendienst*, innendienst*, volkswirt*, betriebswirt*, statistiker*, wissenschaftler*, wissenschaftliche*, doktorand*, laborant*, chemiker*, physiker*, prufer*, steuerfach*, bankkauf*, industriekauf*, burokauf*, fachinformatik*, informatiker*, systemadmin*, programmierer*, produktmanager*, projektmanager*, gruppenleit*, abteilungsleit*, bereichsleit*, filialleit*, stationsleit*, assistent*, referendar*, trainee*, auszubildende*, azubi, buchhaltung, controlling, personalsachbearbeit*, marketingmanager*, vertriebsinnendienst
vendeur, vendeuse, caissier, caissiere, serveur, serveuse, cuisinier*, chauffeur, livreur, receptionniste, secretaire, juriste, traduct*, enseignant*, formateur, formatrice, animateur, animatrice, educateur, educatrice, aide soignant*, auxiliaire, ouvrier*, operateur, operatrice, soudeur, electricien*, mecanicien*, magasinier*, logisticien*, acheteu*, commercial*, cheffe de, chef de, economiste, statisticien*, chercheu*, analyste, architecte, auditeur, auditrice, controleu*, coordinateur, coordinatrice, documentaliste, bibliothecaire, paysagiste, boulanger*, attache*, redacteur, cadre, administrateur, administratrice, adjoint*, directeur*, teleconseill*, data engineer, community manager
dependient*, camarer*, cajer*, recepcionista, cociner*, conductor*, repartidor*, traductor*, docente, quimic*, biolog*, operari*, tecnico, tecnica, electricista, soldador*, mozo de almacen, teleoperador*, asesor*, consultor*, formador*, redactor*, editor*, secretari*, aprendiz, coordinador*, supervisor*, director*, delegad*, ejecutiv*, jurist*, economist*, estadistic*, cientific*, jefe, jefa, administrador*, responsable de, operador*
atendente, cozinheir*, motorista, vendedor*, assessor*, tecnico, tecnica, enfermeir*, tradutor*, diretor*, cientista, operador*, eletricista, balconista, coordenador*, supervisor*, administrativo, administrativa, assistente, lider de, especialista, arquitet*, gerente de, engenharia, consultoria junior, bolseir*, estagiario, estagiaria, monitor*
cameriere, commess*, impiegat*, operaio, magazzinier*, verkoper, boekhouder, verpleegkundige, monteur
engineer*, developer*, designer*, analyst, architect, scientist, consultant, programmer, sre, devops, cto, ceo, cfo, coo, vp
head of, lead, tech lead, team lead, manager, director, product owner, product manager, project manager, administrator
specialist, associate, assistant, coordinator, officer, representative, executive, accountant, controller, researcher
internship, intern, trainee, apprentice, working student, frontend, backend, front end, back end, fullstack, full stack
ux, ui, android, ios, react native, qa, machine learning, data science, data engineering, copywriter, editor, nurse, technician, copyist, librarian, teacher, lecturer, professor, postdoc, phd, recruiter, writer
clerk, buyer, planner, strategist, marketer, customer success, chef, cook, driver, electrician, mechanic, pharmacist, therapist
m w d, w m d, m f d, f m d, m w x, m f x, h f, f h, h f x, m f, all genders, gn
entwickler*, softwareentwickler*, ingenieur*, leiter*, leitung, teamleit*, referent*, sachbearbeiter*, buchhalter*
redakteur*, berater*, werkstudent*, praktikum, praktikant*, ausbildung, fachkraft, mitarbeiter*, techniker*, kauffrau
kaufmann, pfleger*, erzieher*, gestalter*, projektleit*, lehrkraft, geschaftsfuhr*, volontariat, controllerin
developpeu*, ingenieu*, chef de projet, cheffe de projet, responsable, charge de, chargee de, chargee d, charge d, stagiaire
assistante, directeur, directrice, concepteu*, graphiste, redacteu*, redactrice, comptable, technicien*, alternant*, consultante, gestionnaire, conseiller, conseillere, vendeu*, infirmier*
desarrollador*, programador*, ingenier*, disenador*, analista, tecnico de, tecnica de, gerente, jefe de, jefa de, encargad*
investigador*, becari*, practicas, comercial, contable, auxiliar, administrativ*, enfermer*, arquitect*, directora
desenvolvedor*, engenheir*, programadora, designer, gestor de, gestora de, coordenador*, estagio, estagiari*, pesquisador*
redator*, contador*, tecnologo, lider tecnico, tech lead, sviluppator*, ingegner*, ontwikkelaar, medewerker, stagista
"""

# --- what speaks against ---------------------------------------------------------------------------------------------
# The user conducts it, or talks about candidates.
CONDUCTING = """
ich fuhre das gesprach, je conduis, je recois, entrevisto yo, entrevisto eu, i m the interviewer, as interviewer, als interviewer
i lead, i m leading, i conduct, i interview, we interview, interviewing interns, yo entrevisto, je mene, ich fuhre, eu conduzo, alumnos, interview candidate, interview candidates, interview applicant*, present three candidates, candidates for your vacancy, candidate presentation
you are interviewing, you re interviewing, youre interviewing, i m interviewing, i am interviewing, im interviewing, you interview
i m leading, you will interview, you ll interview, you will be interviewing, interviewing candidate*, interview with candidate*, interview w candidate*
interview with the candidate, interview with a candidate, with candidate, with candidates, with the candidate, with a candidate, w candidate
candidate interview with, interviewing for us, part of the hiring team, shadow interview, reverse shadow, interview shadow*, shadowing
call the candidate, candidate has been, the candidate has, candidate joins, candidate is, candidate will, candidate was, candidate receives
with applicant, with the applicant, the applicant, applicant, applicants, candidate s profile, candidate profile, candidate s cv
candidate s resume, candidate resume, review the candidate, meet the candidate, meet candidate, about the candidate
add your rating, question bank, feedback form, your feedback form, submit feedback, submit your feedback, leave feedback, fill in the scorecard, your scorecard
scorecard*, interview kit, interviewer kit, open kit, score card, shadow, please review the take home, interview plan
bewerberinterview*, bewerbergesprach*
mit kandidat*, mit bewerber*, sie fuhren das gesprach, du fuhrst, du interviewst, unterlagen der bewerber*, unterlagen des bewerber*
fachlichen fragen, ubernimmt die fachlichen, bewertungsbogen, kandidateninterview*
entretien avec candidat*, entretien candidat*, avec le candidat, avec la candidate, avec un candidat, avec une candidate, du candidat, de la candidate, tu menes l entretien, vous menez l entretien
mener l entretien, fais passer, faire passer un entretien, faire passer des entretiens, grille d evaluation, vous recevez en entretien, en tant qu evaluat*
entrevista a candidat*, entrevista con candidat*, entrevista candidat*, con candidat*, a candidat*
te entrevistara, tu entrevistas, entrevistas tu, vas a entrevistar, entrevistadores, panel de entrevistadores, aspirantes, entrevistamos a, entrevistar a
entrevista com candidat*, com candidat*, do candidato, da candidata, voce entrevista, tu entrevistas, avalia, grelha de avaliacao, preencher grelha
conduz a entrevista, conduzir a entrevista, ficha de avaliacao, entrevistador*, entrevistar candidat*
"""
# Said of the other one; with the user's own name in the title it says nothing.
CANDIDATE = """
candidate, candidates, candidat, candidats, bewerber, bewerberin, bewerbern, bewerberinnen, kandidat, kandidatin, kandidaten
kandidatinnen, candidato, candidata, candidatos, candidatas, applicant, applicants, candidati, kandidate
"""
HIRING_SIDE = """
debrief*, scorecard, scorecards, calibration, hiring sync, hiring committee, hiring review, hiring meeting, hiring standup
hiring decision, candidate review, candidate sync, candidate debrief, recruiting sync, recruitment sync, recruiting weekly, recruiting standup
recruiting update, recruitment update, recruitment meeting, hiring update, pipeline review, requisition, headcount, job intake, intake meeting, intake call, hiring kickoff, hiring kick off
hiring plan*, interviewer training, interview training, interviewer guild, interviewer onboarding, interviewer workshop, interviewer*, interview calibration, interview panel sync, interview committee
write scorecard*, submit scorecard*, write feedback, interview feedback, feedback interview, structured interviewing, how to interview, unconscious bias, job ad review
sourcing session, sourcing jam, screen cvs, cv screening, screen resumes, resume screening, review cvs, review resumes, review applications, shortlist*, recruitment budget, wrap up candidate*, roundup
bewerbungen sichten, bewerberauswahl, nachbesprechung, auswertung, personalplanung, recruiting runde, abgleich, interviewleitfaden, interviews fuhren, bewerberinterviews fuhren
interviewer, interviewerschulung, kandidatenbesprechung, jour fixe recruiting, recruiting jour fixe, recruiting weekly, bewerberrunde, auswahlsitzung, einstellungsrunde, stellenbesetzung
point recrutement, point recrut*, comite de recrutement, debrief candidat*, tri des cv, mener un entretien, mener des entretiens, mener les entretiens, conduire un entretien, conduire des entretiens, reunion recrutement, brief de poste, plan de recrutement
sync vacantes, vacantes abiertas, reunion de seleccion, revision de candidat*, comite de contratacion, contratacion, puesta en comun, revision de cv*, seguimiento de vacantes, como entrevistar, saber entrevistar
ponto de situacao, vagas abertas, comite de contratacao, reuniao de recrutamento, alinhamento de vaga*, alinhamento da vaga, alinhamento vaga, triagem de cv*, triagem de curriculos, debrief vaga, como entrevistar, revisao de candidat*, funil
"""
# Said in the text of a paid or friendly helper.
HELPER = """
mock, coach, coaching, mentor, mentoring, swap roles, typical questions, typische fragen, purchased package, cv feedback
resume feedback, positioning, practice, rehearse, simulacro, preguntas tipicas, plays the interviewer, get ready for, help you
helping, session 1 of, sesion 1 de, sitzung 1 von, seance 1 sur, sessao 1 de, upload, jeu de role, questions types, spielt den
fait le recruteur, hace de entrevistador*, faz de entrevistador*, feedback sincero, honest feedback, leetcode
"""
PRACTICE = """
bewerbungscheck, cv check, career change session
revision entretien, revision test, revision pour
career coach*, career mentor*, career planning, karriereplanung, plan de carriere, outplacement*, salary negotiation coaching, linkedin check, gehaltsverhandlung uben, negotiation training
portfolio polish, cv polish, atelier emploi, atelier entretien*, atelier preparation, atelier de preparation, taller de empleo, taller de entrevista*, taller cv, oficina de emprego, oficina de entrevista*, oficina de carreira, study for, study session, study time, lernen fur, revisar respuestas, revisar cv, revisar notas, rever notas
respostas, respuestas, antworten, answers, reponses, rever, ler sobre, leer sobre, lire sur, nachlesen, einlesen, informarse, pesquisar empresa, investigar empresa, rechercher entreprise, company research, pre read, cheat sheet, talking points, star method, cases uben, fallstudien uben, mocks with, drills, warmup
interview questions, questions brainstorm, brainstorm, story bank, star stories, dress rehearsal, elevator pitch, interviewfragen, fragen sammeln, selbstprasentation uben, preguntas de entrevista, preguntas entrevista, perguntas entrevista, perguntas de entrevista, questions entretien, questions d entretien, training session, ubungsstunde, vorbereitungskurs, vorbereitungstreffen, accompagnement a la recherche, acompanamiento, job hunt*, jobsuche, recherche d emploi, busqueda de empleo, busca de emprego, procura de emprego
about my interview, about my job interview, for my interview, before my interview, before interview, before the interview, before zephyr interview, my interview tomorrow, revisions, brushing up, warm up, notes for, questions for, flashcards, kata, neetcode, algo practice, study group, peer interview, cv help, linkedin profile, application deadline, send cv, send application, finish application, cover letter, submit application, write cover letter, anschreiben, bewerbungsfoto*, unterlagen fertig, lettre de motivation, envoyer cv, envoyer candidature, carta de presentacion, enviar cv, mandar cv, carta de apresentacao, enviar curriculo, mandar curriculo, clases de entrevista, dicas, dicas de entrevista, consejos, conseils, tipps, tips
mock, mocks, practice, practise, practicing, practising, rehearsal, rehearse, coaching, coach, mentor*, interview prep, prep, prepping, prepare, preparing, preparation
prep session, prep call, studying, leetcode, dry run, dryrun, role play, roleplay, pramp, exponent, career advice, career clarity, career counsel*, career session, cv check, cv review, cv clinic
resume review, resume check, resume clinic, cv workshop, resume workshop, brush up, revise, read up, research company, interview tips, interview skills, interview workshop, interview techniques, interview bootcamp, bootcamp
how to ace, acing, ace your, crack the, cracking the, nail your, job club, job search, apply to, apply for, applications batch, update cv, update resume, thank you note*, thank you mail, thank you email, send thank you
vorbereiten, vorbereitung*, vorbereitungs*, ube*, ubungs*, probeinterview, ubungsinterview, bewerbungscoaching, bewerbungstraining, bewerbungstipps, karrierecoaching, karriereberatung, simulation*, generalprobe, durchspielen, recherche, recherchieren, coach, bewerbungen schreiben, bewerbung schreiben, lebenslauf uberarbeiten, bewerbungsworkshop, bewerbungsmappencheck, bewerbung fertig, meistern, meistere, meistert, souveran im, erfolgreich im
preparer, preparation, prepa, reviser, repeter, entrainement, s entrainer, simulation, simulations, coaching, atelier cv, bilan de competences, relire, accompagnement, mentorat, preparons, reussir ses, reussir son, reussir votre, reussir vos, reussir un, conseil carriere, entretien blanc, entretien fictif
preparar, prepara tu, preparacion, preparando, practicar, practica de entrevista, ensayo, ensayar, simulacro, simulacion, simulada, mentoria, tutoria de carrera, orientacion laboral, repasar, estudiar, orientador*, entrevista de practica, entrevista de prueba, supera tu, superar tu, superar una, domina tu, triunfa en, exito en
preparar, preparacao, preparar me, estudar, ensaiar, ensaio, simulado, simulada, simulacao, treinar, treino, mentoria, praticar, orientacao profissional, orientacao de carreira, aconselhamento de carreira, entrevista de mentira, passar na entrevista, mandar bem, sucesso em entrevistas, dominar a entrevista
preparazione, simulazione, oefenen, oefen*, voorbereid*, proefgesprek, allenamento
"""
HOLD = """
blocken, freihalten fur, vorblocken
buffer before, buffer after, creneau propose, creneau a, hueco para, guardar hueco, time slot held
free for interviews, available for interviews, interview slots, interview availability, slots for, disponible pour entretien, disponible para entrevistas, disponivel para entrevistas, verfugbar fur, zeitfenster
hold, holding, on hold, block, blocked, blocker, placeholder, tbc, tbd, keep free, keep clear, do not book, dnb, reserved for, reserve, reserved, possible, maybe, potential slot, slot option*, focus time
save the date, tentative, pencilled, penciled, pencil in, slots offered, offered slot*, proposed slot*, waiting for confirmation, time blocked
platzhalter, geblockt, blocker, reserviert, freihalten, evtl, eventuell, vielleicht, vorgemerkt, puffer, noch offen, unter vorbehalt
reserve pour, reserve, creneau reserve, creneau bloque, bloque, a confirmer, peut etre, eventuel*, garder libre
apartado, reservado, bloqueado, bloqueo, por confirmar, posible, quizas, quiza, tal vez
reservado, bloqueado, bloqueio, a confirmar, por confirmar, talvez, possivel, provisorio, segurar, pre reserva
"""
TRAVEL = """
anfahrt, zum bahnhof, weg zum, weg zu, on the way
leave for, leave home, set off, bus, subway, tube to, coach to, bus nach, losfahren, partir pour, depart pour, salir hacia, salir para, sair para, autobus, billet, billets, billete, bilhete, ticket, tickets, parkplatz, childcare, kinderbetreuung, garde d enfant, ninera para
flight, flight to, train to, train, drive to, driving to, travel to, travel time, travel, uber, taxi, bus to, hotel, airport, commute, parking, outbound, return journey
zug, zug nach, fahrt, anreise, abreise, ruckreise, hinfahrt, ruckfahrt, flug, ice, autofahrt, zugfahrt, flughafen, fahrzeit
train pour, trajet, vol, vol pour, tgv, train nantes, covoiturage, voyage, aeroport, train vers, gare
vuelo, tren, viaje, ave, camino a, taxi, aeropuerto, trayecto, desplazamiento, coche a
voo, trem, comboio, viagem, deslocacao, deslocamento, aeroporto, ida a, carro para, onibus, autocarro
treno, volo, viaggio, trein, vlucht, reis naar
"""
RESEARCH = """
grandma, grandpa, grandmother, grandfather, oma, opa, family tree, university project, i am a student, class project, uni project, projet universitaire, proyecto universitario, projeto universitario, als studentin, als student
interview for my thesis, interview for my project, interview for my research, interview for my dissertation, interview for my blog, interview for my book, interview for my master*, interview for my bachelor*, participar en un estudio, estudio de usuari*, estudo de usuari*, estudo com utilizador*
interview about, interview on your, interviews about, entrevista sobre, entretien sur, interview sur, interview uber, interview zum thema, interview zu deinem, entrevista acerca, your use of, how you use, tu libro, seu livro, votre livre, dein buch, deinem buch, your book, your story
master thesis, bachelor thesis, my thesis, phd study, dissertation, history project, school project, capstone, student project, for my study, for my research, interviewpartner*, projet d etudes, projet etudiant, trabajo de fin de, tfg, tfm, tcc, dissertacao, oral history, ethnograph*, abschlussarbeit, hausarbeit, doktorarbeit
gift card, prototype, panel study, market research, panelist, respondent*, focus groups, marktstudie, aufwandsentschadigung, prototyp, befragt, etude de marche, dedommagement, bon d achat, carte cadeau, estudio de mercado, investigacion de mercado, gratificacion, tarjeta regalo, estudo de mercado, pesquisa de mercado, cartao presente, vale presente, ux interview, user sessions, design research, user discovery, customer discovery, customer call, product feedback, jtbd
user interview*, customer interview*, user research, research interview*, research study, research session, usability, user test*, usertest*, participant, participants, paid study, paid interview, paid research
stakeholder interview*, expert interview*, customer discovery, discovery interview*, focus group, survey, study session, research participant*, user feedback, customer feedback, beta feedback, ux study, diary study, incentive, voucher, you qualified for, oral history, case study interview, testimonial, customer story, win loss, panelist*, panellist*, thesis interview, dissertation, research call
nutzerinterview*, nutzertest*, kundeninterview*, experteninterview*, studie, umfrage, fokusgruppe, masterarbeit, bachelorarbeit, zeitzeug*, nutzerforschung, proband*, teilnehmerin p, marktforschung, kundenbefragung, befragung
entretien utilisat*, entretien client*, entretien usager*, recherche utilisat*, entretien expert, etude utilisat*, enquete, ma these, sa these, these de, doctorant*, memoire, groupe de discussion, test utilisat*, entretien qualitatif, entretien de recherche, temoignage, etude remuneree
entrevista de usuari*, entrevista a usuari*, entrevista con usuari*, entrevistas con usuari*, entrevistas a usuari*, entrevista usuari*, entrevista a cliente*, entrevista con cliente*, entrevista cliente*, grupo focal, tesis, usabilidad, test de usuari*, prueba con usuari*, estudio pagado, entrevista de investigacion
entrevista com usuari*, entrevista com utilizador*, entrevista de utilizador*, entrevista usuari*, entrevista utilizador*, entrevista com cliente*, entrevista a cliente*, entrevista a utilizador*, grupo focal, tese, mestrado, usabilidade, teste de usuari*, pesquisa remunerada, entrevista de pesquisa
"""
PRESS = """
live interview, june issue, magazine issue, next issue, our issue, women in, interview request, q a for, profile of you, portrait of
writing about, i am writing about, i m writing about, for our readers, readers, edition, weekend edition, publish*, publicamos, publicado, wir veroffentlichen, publie, publier, we record, en directo, em direto, im radio, en direct, zum abdruck, chronique, columna, coluna, herald, gift card interview
writing a feature, a feature on, writing an article, quote you, to be published, photographer, off the record, we d record, we will record, for publication
podcast*, magazine, journalist*, newspaper, radio, tv, television, press, press interview, media interview, media training, reporter, article, blog, documentary, broadcast, recording, on air, episode, news, talk show, fireside, keynote, ama, newsletter, gazette, herald, tribune, dispatch, times, bbc, npr, livestream, youtube, studio recording
presse, zeitung, zeitschrift, magazin, rundfunk, fernsehen, journalistin, redaktionsgesprach, pressetermin, presseinterview, horfunk, aufnahme, reportage, sender, portrat
presse, journal, le journal, magazine, journaliste, emission, article, reportage, plateau, tele, balado, antenne
prensa, periodico, periodista, revista, diario, programa de radio, reportaje, la radio, la tele, television, articulo, medios
imprensa, jornal, jornalista, revista, programa de radio, reportagem, podcast, televisao, tv, entrevista ao jornal, entrevista a revista, materia, midia
"""
STAFF = """
exit interview, exit, leaver, leaving interview, appraisal, performance, annual review, mid year, midyear, year end review, yearly review, quarterly review, review cycle, stay interview, one on one, 1 1, 1on1, 1 on 1, probation review, probation, end of probation, return to work, pip, salary review, compensation review, disciplinary, grievance, development talk, career conversation, promotion panel, check in, skip level, off boarding, offboarding, retro*, standup, stand up, daily, sprint, all hands, town hall, weekly, team meeting, back to work
austrittsgesprach*, mitarbeitergesprach*, jahresgesprach*, personalgesprach*, zielgesprach*, zielvereinbarung*, feedbackgesprach*, entwicklungsgesprach*, beurteilungsgesprach*, leistungsbeurteilung, bem gesprach*, ruckkehrgesprach*, wiedereingliederung, probezeitgesprach*, kritikgesprach*, trennungsgesprach*, halbjahresgesprach*, perspektivgesprach*, jour fixe, mitarbeiterjahresgesprach*
entretien annuel*, entretien professionnel*, entretien individuel*, entretien de sortie, entretien d evaluation, entretien de fin, entretien de depart, entretien prealable, entretien de progres, evaluation annuelle, bilan annuel, entretien de carriere, entretien de performance, entretien semestriel, entretien mi annee, entretien de reprise, point hebdo
entrevista de salida, evaluacion anual, evaluacion de desempeno, evaluacion del desempeno, desempeno, revision anual, revision salarial, entrevista anual, entrevista de seguimiento, uno a uno, periodo de prueba, baja voluntaria, evaluacion semestral
entrevista de desligamento, entrevista de saida, desligamento, avaliacao de desempenho, avaliacao anual, avaliacao, entrevista de avaliacao, feedback anual, um a um, periodo experimental, entrevista anual, avaliacao semestral, pdi
colloquio annuale, valutazione, functioneringsgesprek, beoordelingsgesprek, exitgesprek, utvecklingssamtal, medarbetarsamtal
"""
OFFICE = """
logement, appart, proprio, credito, hypothek, darlehen, condo board, board interview, relocation call, steuererklarung, declaracion, rdv notaire, therapiegesprach, kennenlernen kita, wohnberatung
tax office, tax appointment, court date, court hearing, police interview, immobilienbesichtigung, maths tutor, my tutor, blood donor
steuergesprach, immigration interview, interview notice
plaquettes, freins, pneus, courroie, chaudieres, toiture terrasse, chauffe, abonnement, debarras
chauffage, chauffe eau, climatiseur, piscine, pelouse, haies, tondeuse, vmc, portail, extincteur, scooter, trottinette, gouttiere*, cheminee, adoucisseur, machine a laver, revision voiture, camping car, tracteur
ofii, ofpra, assimilation, mdph, carsat, crous, rsa, assistante sociale, referente sociale, tutelle, mediateur, mediation, vae, prefet
tutora, tutor de, jefa de estudios, orientadora, trabajadora social, asistenta social, arraigo, nie, permiso de residencia, comisaria, registro civil, adopcion, mediacion, administrador de fincas, peritaje, perito, aseguradora
assistente social, autorizacao de residencia, cartao residencia, cartao de residencia, renovacao cartao, pericia, junta medica, conservatoria, adocao, conselho tutelar, cpcj, registo civil
auslanderamt, integrationsamt, jugendamt, familienkasse, rentenversicherung, mpu, pflegegrad, eigentumerversammlung, finanzierung, baufinanzierung, finanzberatung, kredit, testament, scheidung, praxis, psycholog*, heilpraktik*, ernahrungsberatung, hochzeit*, erstgesprach therapie, kinderwunsch, vermogensberatung, energieberatung
consultation, adjustment of status, citizenship test, social worker, case worker, caseworker, claims adjuster, home study, school tour, coop board, doula, wedding planner, boiler, plumber, financing, estate planning, divorce, nutrition*, personal trainer, trial class, trial lesson, volunteer*, home survey, alumni interview, scholarship interview, mba interview, med school, grad school, police interview, witness, oral exam, viva, intake session, naturalization interview, naturalisation interview, benefits interview, credit check
flatshare, flat share, flat interview, room viewing, house viewing, entretien de situation, entretien de suivi, entretien diagnostic, entretien d orientation, entretien conseiller, actualisation, hospiteren, wohngemeinschaft, mietergesprach*, mietinteressent*, hausarzt, facharzt, vorsorge*, kieferorthopad*, kinderarzt, taufe, klassenleit*, einschulung*, kindergarten*, krippe, pflegegeld, pflegeberatung, gutachter*, mdk, rdv medecin, pediatre, conseil de classe, reunion parents, inscription ecole, notaires, assurance auto, proprietaires, visite appartement, pediatra, ortodoncista, reunion de padres, casera, seguro medico, cita medica, consulta medica, padrinho, reuniao escola, condominio, consulta medica, cartorio, despachante, detran, crossing, border, customs, interview with principal, headmaster, headteacher, oncolog*, cardiolog*, dermatolog*, radiolog*, gynaecolog*, gynecolog*, orthodont*, paediatric*, pediatric*
visa, embassy, consulate, citizenship, immigration, green card, naturalisation, naturalization, passport, residence permit, asylum, uscis, global entry, social services, benefits, jobcentre, job centre, jobcenter, unemployment, universal credit, jury duty, jury service, adoption, foster, custody, notary, lawyer, solicitor, social security, parole, housing association
mortgage, loan, account opening, open account, insurance claim, financial advis*, pension, broker
doctor, dentist, dental, gp, physio*, therapy, therapist, clinic, hospital appointment, medical, surgery, anaesthe*, anesthe*, checkup, check up, blood test, optician, vet, vaccine, nurse appointment, midwife, psycholog*, counsell*, intake appointment, pre op
school, kindergarten, nursery, daycare, parents evening, parent teacher, parents, tutoring, teacher meeting, admission*, admissions interview, college interview, university interview, scholarship, phd application, mba, course, class, lesson, lecture, exam, driving test, driving lesson
flat, flat viewing, apartment, housemate*, roommate*, flatmate*, house share, viewing, landlord, letting, estate agent, rental, tenant*, co op board, co op interview, condo, nanny, babysitter, au pair, cleaner, dog, cat, choir, volunteer interview, church, wedding, matchmak*, dating, date with
visum, visumsinterview, botschaft, konsulat, auslanderbehorde, einburgerung*, arbeitsamt, agentur fur arbeit, arbeitsagentur, jobcenter, beratungsgesprach, burgeramt, behorde, standesamt, anwalt, notar, gericht, polizei, steuerberat*, bankgesprach, bei der bank, kreditgesprach, versicherung, rentenberatung
arzt, zahnarzt, arztgesprach, vorgesprach narkose, narkose, anasthesie*, aufklarungsgesprach*, klinik, krankenhaus, therapie*, anamnese*, op vorgesprach, impfung, hebamme, diagnostikgesprach
elterngesprach*, elternabend, elternsprechtag, kita, kita gesprach, schule, schulgesprach*, nachhilfe, aufnahmegesprach*, studienberatung, zulassung*, lehrer*, tauschule, stipendium*, fahrschule, kurs, unterricht, hort
wg, wg casting, wg gesprach, wg besichtigung, wohnungsbesichtigung, besichtigung, vermieter, makler, mieter*, haushaltshilfe, babysitter, putzhilfe, verein, chor, taufgesprach, traugesprach, hausverwaltung
prefecture, ambassade, consulat, visa, titre de sejour, naturalisation, pole emploi, france travail, agence emploi, conseillere, conseiller emploi, mission locale, apec, caf, mairie, notaire, avocat, tribunal, la banque, ma banque, banquier, banquiere, credit, pret, impots, assurance, cpam
medecin, dentiste, anesthesiste, kine, hopital, clinique, psy, orthophoniste, sage femme, dermato, radio, vaccin, preanesthesique, pre anesthesique, infirmiere
ecole, college, lycee, creche, parents profs, parents professeurs, prof, maitresse, maitre, professeur, inscription, bourse, soutien scolaire, cours, assistante maternelle, nounou, baby sitter, admission
chaudiere, voiture, vehicule, moto, velo, jardin, clim, climatisation, ascenseur, menage, toiture, poele, pompe a chaleur, espaces verts, vidange, plombier, copro, syndic, appartement, colocation, coloc, visite appart, proprietaire, agence immobiliere, bailleur, locataire, ramonage, entretien auto
visado, embajada, consulado, extranjeria, nacionalidad, sepe, inem, paro, ayuntamiento, notario, abogado, juzgado, policia, el banco, del banco, hipoteca, prestamo, seguro, hacienda, gestor, visa, pasaporte, cita previa, oficina de empleo, servicios sociales
medico, dentista, anestesia, fisio*, clinica, psicolog*, hospital, vacuna, analisis, terapia, preoperatori*
colegio, escuela, guarderia, tutoria, profesor*, maestra, padres, admision, beca, instituto tutor, clase, curso, universidad, academia
piso, casero*, caseros, alquiler, inmobiliaria, companer* de piso, habitacion, arrendador*, inquilin*, canguro, ninera, vecin*, comunidad de vecinos
visto, embaixada, consulado, nacionalidade, cidadania, sef, aima, iefp, centro de emprego, camara municipal, notario, advogad*, tribunal, policia, no banco, do banco, credito habitacao, emprestimo, seguro, financas, passaporte, cras, inss, imigracao, seguranca social, gerente do banco
medico, medica, dentista, anestesia, fisio*, clinica, psicolog*, hospital, vacina, exame, exames, terapia, consulta, pre operatori*
escola, creche, infantario, professora, professor*, pais, matricula, bolsa, aula, curso, faculdade, vestibular, reuniao de pais, diretora de turma
apartamento, senhori*, senhorio, aluguel, arrendamento, imobiliaria, colega* de casa, quarto, republica, inquilin*, condominio, baba
ambasciata, questura, in banca, scuola, affitto, ambassade, huurwoning, gemeente, hospiteer*
"""
EVENT = """
recruiting event, recruitment event, hiring event, recruiting day, recruiting fair, recruitment fair, talent day, career night, careers evening, careers talk, career talk, company presentation, employer presentation, meet the employers, meet employers, firmenkontakt*, karriereabend, karrierefruhstuck, forum entreprises, forum carrieres, speed recruiting, job dating, speed dating emploi, career webinar, get hired, ask a recruiter, recruiter panel, recruiters panel, panel discussion, recruiter q a, negotiation webinar, salary webinar, bewerbertag, rencontres de l emploi, jornada de empleo, jornadas de empleo, sesion informativa, sessao informativa, sessao de esclarecimento, infosession, infotag, q a with the director, screening of
the future of, doors open, rsvp, tickets, register here, registration, replay, speakers, talk by, open to all, user group, roundtable, round table, book launch, ask me anything session, drop in, lightning talks, podiumsdiskussion, anmeldung erforderlich, inscription gratuite, inscripcion gratuita, inscricao gratuita, mesa redonda, barcamp, unconference, demo day, pitch night
webinar*, fair, career fair, job fair, careers fair, career day, meetup, conference, info session, information session, open house, open day, seminar, workshop, training, hackathon, networking, masterclass, bootcamp, lecture, livestream, ama, course
messe, karrieremesse, jobmesse, karrieretag, vortrag, seminar, schulung, workshop, infoveranstaltung, stammtisch, tagung, infoabend, jobborse
webinaire*, salon emploi, salon de l emploi, forum emploi, atelier, formation, conference, porte ouverte, portes ouvertes, reunion d information, table ronde
webinario*, feria, feria de empleo, taller, jornada, formacion, seminario, charla informativa, curso, ponencia
webinar, feira, feira de emprego, feira de carreiras, palestra, formacao, treinamento, seminario, workshop
"""
SALES = """
unser portfolio, our portfolio, notre portefeuille, become your partner, logistics partner
recruiting software, recruitment software, hr software, hiring software, interview software, scheduling software, ats demo, recruiting platform, recruitment platform, hiring platform, recruiting tool, hiring tool, software de recrutamento, plataforma de recrutamento, plataforma de reclutamiento, software de reclutamiento, software de seleccion, logiciel de recrutement, logiciel rh, outil de recrutement, bewerbermanagement software, recruiting losung, software demo, platform walkthrough, sales intro, sales meeting, sales demo, partnership intro, partnership call, rendez vous commercial
presentation de notre offre, notre offre commerciale, nuestra oferta comercial, unsere losung, unserer losung, vorstellung unserer, our offering
our product, see how, show you how, your needs, free trial, save time, upsell, onboarding plan, statement of work, sow, retainer, project brief, client onboarding, discovery call, ship faster, procurement
demo, demonstration, product demo, platform demo, sales call, pricing, quarterly business review, qbr, renewal, vendor, supplier, procurement, contract review, investor*, pitch, fundraising, kickoff, kick off, client call, client meeting, onboarding call, invoice, proposal review, account review, implementation, rfp, tender, outage, escalation, support call
vorfuhrung, produktvorstellung, lieferant*, kundentermin, kundengesprach*, verkaufsgesprach*, investoren, akquise, vertragsverlangerung
demonstration, demo, fournisseur*, devis, rendez vous client, rdv client, investisseur*, prestataire*, partenariat
demostracion, proveedor*, presupuesto, reunion con cliente*, inversor*, renovacion, cotizacion, llamada de ventas
demonstracao, fornecedor*, orcamento, reuniao com cliente*, investidor*, renovacao, cotacao, proposta comercial, parceria
"""
ONBOARDING = """
your start, your new team, your new colleagues, ihr start, dein start, dein erster tag, ihr erster tag, votre arrivee, ton arrivee, tu llegada, a tua chegada, welcome coffee, welcome chat, welcome to, willkommen bei, bienvenue chez, bienvenido a, bienvenida a, bem vindo a, bem vinda a, your buddy, kick off with your
signature de contrat, firma contrato, induction day, induction session, orientation day, new employee orientation
signing, contract signing, signing day, unterschrift, assinatura
first week, your first week, welcome lunch, welcome to the team, welcome breakfast, welcome session, welcome day, welcome meeting, your laptop is ready, equipment pickup, payroll, it setup, it set up, badge photo, joining instructions, new hire*, erste woche, ersten woche, premiere semaine, primera semana, primeira semana, willkommen im team, willkommenstag, bienvenue dans l equipe, bienvenido al equipo, bem vindo a equipa, bem vinda, contract is ready, employment contract signing, arbeitsvertrag unterschreiben, vertragsunterschrift
onboarding, first day, before your first day, your first day, welcome call, welcome aboard, contract is signed, contract signed, sign contract, new joiner*, new starter*, day one, week one, preboarding, pre boarding, laptop pickup, laptop handover, your start on, before you start
einarbeitung, erster arbeitstag, ersten arbeitstag, vertragsunterzeichnung, vertrag unterschrieben, willkommen an bord, arbeitsbeginn, dienstantritt
premier jour, accueil nouvel*, bienvenue, signature du contrat, signature contrat, contrat signe, journee d integration, prise de poste, arrivee de
primer dia, bienvenida, firma de contrato, firma del contrato, contrato firmado, incorporacion al equipo, acogida
primeiro dia, boas vindas, assinatura de contrato, assinatura do contrato, contrato assinado, integracao, acolhimento
"""
ELSE = """
informational interview, informational chat, informational call, networking call, networking coffee, networking chat, networking lunch, speed networking
release candidate, rc review, go no go, reference call, reference check, referee, reference for, referenz*, referenzgesprach*, referencia* de, prise de reference*, llamada de referencia*, multithread*, coding standards, merge request, pull request, candidate build, candidate release, election, candidates debate, town council, sports, birthday, party, anniversary, concert, cinema, theatre, movie, gym, yoga, football, soccer, tennis, haircut, hairdresser, bridal, holiday, vacation, urlaub, ferias, vacaciones, vacances, pto, ooo, out of office, film, watch, read, book club, interview with the vampire, ex colleague*, old colleague*, former colleague*, ex team, reunion d anciens
geburtstag, sommerfest, weihnachtsfeier, kino, konzert, friseur, anniversaire, coiffeur, cine, cumple*, fiesta, aniversario, cabeleireir*, festa, futebol, fut de, churrasco, happy hour, farewell, leaving drinks, team building, offsite, pot de depart, abschied*
"""
# A note to oneself about an interview.
ERRAND = """
interview clothes, interview outfit, interview suit, interview notes, interview feedback, interview results, interview expenses, interview travel, interview shoes, interview shirt, interview transcript, interview recording, interview slides, interview deck, write up, transcribe, ironing, shopping, laundry, babysitter for, rest day, recover
chase up, thank kim, thank you, book train, book hotel, book flight, my notes, buy suit, pick up suit, suit from
to cancel, to reschedule, to decline, to postpone, to confirm, cancel interview, reschedule interview, decline interview, confirm interview, thanks to, follow up on, follow up with, follow up after, reply to, write to, email to, send to, remind, buy, print, iron, outfit, ask about, decide, deadline, reflect, reflection, feedback from, after interview, after the interview, relax, celebrate
absagen, verschieben, zusagen, dankesmail, danke mail, nachfassen, hemd, anzug, bugeln, drucken, besorgen, zuruckrufen, frist, abgabe, notizen, nach dem interview, nach dem gesprach
annuler, decaler, reporter, confirmer l entretien, relancer, relance, remercier, mail de remerciement, repondre, imprimer, acheter, costume, repasser, apres entretien, apres l entretien
cancelar, aplazar, confirmar entrevista, agradecer, agradecimiento, responder a, imprimir, comprar, planchar, traje, despues de la entrevista, plazo, recordar
desmarcar, remarcar entrevista, adiar, agradecer, agradecimento, responder, imprimir, comprar, passar a ferro, terno, fato, depois da entrevista, prazo, lembrar
"""
# An employee applies within her own house.
INTERNAL = """
internal posting, internal vacancy, internen bewerbung, interne ausschreibung, candidature interne
innerbetrieblich*
mobilite interne, interne ausschreibung, intern beworben, concours interne
internal application, internal move, internal mobility, internal interview, internal role, internal position, internal transfer, internal opening, internal vacancy, your internal, applied internally, internal job, internal hiring
interne bewerbung, interne stelle, interner wechsel, internes vorstellungsgesprach, interne ausschreibung, interne stellenausschreibung, internen bewerbung, interne position
mobilite interne, candidature interne, poste en interne, poste interne, entretien interne
candidatura interna, promocion interna, movilidad interna, vacante interna, proceso interno, puesto interno
recrutamento interno, candidatura interna, vaga interna, mobilidade interna, processo interno
"""

MEANINGS = {
    "job": JOB,
    "interview": INTERVIEW,
    "recruiting": RECRUITING,
    "stage": STAGE,
    "talk": TALK,
    "social": SOCIAL,
    "friendly": FRIENDLY,
    "applying": APPLYING,
    "process": PROCESS,
    "role": ROLE,
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
    "elsewhere": ELSE,
    "errand": ERRAND,
    "internal": INTERNAL,
}
