"""What is said in and about interviews, by meaning, in en de fr es pt and some it nl.

A phrase is a list of words; a word ending in * matches every word that begins so. Accents and case are folded away.
"""

from __future__ import annotations

# Nothing but a job interview is called so.
JOB = """
take home review, takehome review, take home presentation, take home challenge, take home task, tech test, job trial
work trial, working trial, trial work, agency registration, registration with agency, jobgesprach*
personalgesprach bewerbung, vorstellung bei, vorstellen bei, termin bewerbung, bewerbung gesprach, gesprach bewerbung
probetermin, probezeit tag, ac tag, essai professionnel, demi journee d essai, essai en cuisine
periode d essai d une journee, mise en situation professionnelle, reunion recrutement collective
recrutement collectif, prueba de trabajo, prueba laboral, seleccion de personal, coding test, coding assessment
hm chat, hm call, hm screen, hm interview, hiring mgr, job talk, hr round, tech round, technical round, int w
zweitgesprach*, einstellungstest*, bewerbungstermin, vorstellungstermin, bewerbungsrunde, personaler*
auswahlverfahren, eignungsgesprach, itw, rdv recrutement, rdv embauche, entretien job, entretien travail
entretien boulot, entretien stage, entretien cdi, entretien alternance, entretien d alternance, entretien de stage
entretien pour le poste, entrevista curro, entrevista puesto, entrevista para el puesto, entrevista para a vaga
entrevista vaga, entrevista trabalho, entrevista de trabalho, teaching demo, working interview, stage interview
meet and greet interview, job interviews, interview with hr, round of interviews, job interview*, panel interview
technical interview, tech interview, behavioral interview, behavioural interview, competency interview, case interview
coding interview, system design interview, hr interview, hiring interview, live coding interview, interview invitation
interview confirmation, interviewing for, you are interviewing for, you re interviewing for, phone screen*
telephone screen*, recruiter screen*, recruiter call, technical screen*, tech screen*, hiring manager screen*
hr screen*, recruiting call, onsite loop, virtual onsite, super day, superday, assessment centre, assessment center
assessment day, trial shift, interview for the position, interview for the role, coderpad, vorstellungsgesprach*
bewerbungsgesprach*, jobinterview*, einstellungsgesprach*, probetag, probetage, probearbeit*, probearbeiten
recruitinggesprach*, vg, entretien d embauche, entretien de recrutement, entretien rh, entretien drh
entretien technique, entretien manager, entretien candidat*, jury de recrutement, journee d essai
entretien d admission au poste, entretien de motivation, entretien de preselection, entrevista de trabajo
entrevista laboral, entrevista de empleo, entrevista trabajo, entrevista tecnica, entrevista rrhh, entrevista con rrhh
proceso de seleccion, entrevista de emprego, entrevista emprego, entrevista rh, entrevista com rh, entrevista com o rh
entrevista de estagio, entrevista de recrutamento, processo seletivo, processo de selecao, entrevista com gestor*
entrevista com a gestor*, colloquio di lavoro, colloquio conoscitivo, colloquio tecnico, sollicitatiegesprek*
sollicitatie, kennismakingsgesprek, arbeitsprobe, jobbsamtal, jobbintervju, anstallningsintervju, proefdag, meeloopdag
"""
# Said of interviews, and of media, sports and courses: something else must speak of a job, or nothing against it.
LIKELY = """
entrevista de seleccion, selection interview, auswahlgesprach*, auswahltag*, screening call, initial screen*
screen with, trial day, interview loop, final round interview, final interview, entretien final, entrevista final
culture interview, values interview, essai en salle, dia a experiencia, dia de prova
final round, second round, third round, round 2, round 3, 2nd round, 3rd round, audition, segunda ronda, ronda final
primera ronda, 2 ronda, 2 a fase, 2 fase, 3 fase, segunda fase, terceira fase, tercera fase, ultima fase, rodada final
dinamica de grupo, entrevista grupo, entrevista grupal, entrevista personal, entretien collectif
entretien telephonique, entretien tel, entretien video, entretien visio*, telefoninterview*, videointerview*
videoentrevista, entrevista telefonica, entrevista online, entrevista por video, entrevista presencial
primera entrevista, segunda entrevista, tercera entrevista, ultima entrevista, terceira entrevista
primeira entrevista, premier entretien, deuxieme entretien, second entretien, dernier entretien, 2e entretien
2eme entretien, 3e entretien, 1er entretien, interview w, interview call, interview time, interview slot
interview schedule, interview booked, interview round, interview stage, interview day, phone interview
telephone interview, video interview, virtual interview, in person interview, face to face interview, onsite interview
on site interview, first interview, second interview, third interview, screening interview, interview panel
interview board, prueba de seleccion, selection day, selection panel, eignungstest*, erstinterview*, zweitinterview*
fachinterview*, interviewtag, interviewrunde, vorstellungsrunde, vertragsgesprach*, embauche, schnuppertag, lehrprobe
unterrichtsprobe, unterrichtsbesuch, hospitation*, 2 gesprach, zweites gesprach, drittes gesprach, 3 gesprach
demo lesson, model lesson, trial morning, trial week, dia de teste, dia de experiencia, jornada de prueba
dia de prueba, ride along, test tecnico, teste tecnico, prueba tecnica, prova tecnica, journee d immersion, 2 runde
3 runde, 2 a ronda, 2a ronda, 3 a ronda, 2 a rodada, 2a rodada, round 2 interview
"""
# The word itself.
INTERVIEW = """
interview, interviews, entretien, entretiens, entrevista, entrevistas, entrevistarte, colloquio, colloqui, intervju*
intw, интервью, собеседовани*, mulakat, rozmowa kwalifikacyjna, pohovor, haastattelu, interviu
"""
# Who hires for a living.
RECRUITING = """
recruiter, call from hr, from hr, with hr, headhunter, headhunterin, personalerin, hrbp, talent specialist, people and culture, hr department
hr team, hr specialist, hr rep, hr lady, reclutadora, reclutador, recrutador, recrutadora, recruteuse, recruteur
seleccionador*, tecnica de seleccion, gestora de rh, vakanz, vakanzen, recruiter*, recruiting, recruitment, recruteu*
recrut*, reclut*, talent acquisition, talent partner, talent team, hiring manager*, hiring team, hiring call
hiring process, headhunt*, executive search, staffing, people partner, personalberat*, personalvermittl*
personalabteilung, personalreferent*, rekrut*, arbeitgeber, drh, rrhh, rr hh, hr call, hr chat, hr intro
hr conversation, call with hr, chat with hr, hr gesprach, rh, cabinet de recrutement, chasseu* de tete*
recursos humanos, consultora de seleccion, cazatalentos, gestor da vaga, seleccion de personal, comite de seleccion
hr manager, hr partner, hr business partner, people team, talent manager, talent sourcer, sourcer
"""
# Steps of a selection.
STAGE = """
programming, programming exercise, coding exercise, exercise, technical session, tech session, technical chat
written test, oral, group exercise, case, stage 1, stage 2, stage 3, step 2, step 3, part 2, round one, round two
round three, cv walkthrough, technical conversation, technical call, technical meeting, hiring panel, team interview
peer interview, peer chat, team chat, cto chat, ceo chat, vp chat, founder conversation, founders, with the founder*
stakeholder chat, cross functional, cross team, technical presentation, skills assessment, ability test
aptitude test, psychometric, personality test, writing test, writing sample, translation test, typing test
simulation exercise, brief, sell me, pitch exercise, role specific, domain interview, product sense, analytical
execution round, googliness, leadership principles, loop, debugging, debugging session, live debugging
refactoring session, sql test, data challenge, machine coding, lld, hld, dsa, algorithms, ml design
object oriented design, past experience, experience deep dive, project deep dive, resume deep dive, motivation
wrap up call, decision call, feedback call, testaufgabe*, fachtest, aufgabe, rundgang, betriebsbesichtigung
hausfuhrung, vorgesprach, folgegesprach*, folgetermin, zweittermin, probeschicht, probestunde, schnuppern
hospitieren, prasentation der aufgabe, aufgabenbesprechung, case besprechung, kollegengesprach, endrunde
angebotsgesprach, teamkennenlernen, teamrunde, fachrunde, arbeitsproben, fachliches gesprach, fachlich
technische runde, techniktest, schnuppertermin, kennenlerntermin, kennenlerntag, kennenlernrunde, erster austausch
zweiter austausch, erstkontakt, prufung, test ecrit, epreuve*, exercice, exercice technique, visite des locaux
journee decouverte, immersion, session technique, presentation technique, entretien croise, echange avec l equipe
rencontre avec le fondateur, rencontre avec les fondateurs, fondateurs, fondatrice, fondateur, revue de code
revue technique, revue de l exercice, restitution exercice, soutenance, oral de, jury, debrief test
tour de table equipe, dernier echange, second echange, deuxieme echange, deuxieme rencontre, prochaine etape
test de personnalite, test metier, exercice de cas, sesion tecnica, prueba, prueba escrita, prueba de nivel, reto
reto tecnico, ejercicio, ejercicio tecnico, charla tecnica, reunion tecnica, visita a la oficina
visita a las oficinas, fundadores, fundadora, presentacion del caso, presentacion tecnica, revision del ejercicio
revision de la prueba, defensa, conversacion final, segunda charla, segunda reunion, segunda llamada
segunda conversacion, siguiente paso, ultimo paso, test psicotecnico, psicotecnico*, dinamica grupal, turno de prueba
encuentro con el equipo, conoce al equipo, sessao tecnica, teste, teste escrito, desafio, exercicio
exercicio tecnico, conversa tecnica, reuniao tecnica, conhecer o escritorio, visita ao escritorio
visita as instalacoes, apresentacao tecnica, apresentacao do desafio, revisao do desafio, revisao do exercicio
conversa final, terceira conversa, proximo passo, ultimo passo, dinamica, pareamento, programacao em par
codigo ao vivo, conversa com o time, conversa com a equipa, etapa final, etapa tecnica, fase tecnica
alinhamento cultural, turno experimental, dia experimental, prova tecnica, prova pratica, secondo incontro
incontro conoscitivo, tweede gesprek, meelopen, technisch gesprek, onsite, on site visit, office visit, site visit
office tour, first round, next round, round 1, 1st round, deep dive, walkthrough, walk through, final stage
last stage, next stage, first stage, second stage, next step*, panel, system design, systems design, systemdesign
live coding, coding, pair programming, pairing, programming session, coding session, technical round
technical discussion, technical assessment, technical deep dive, tech talk, tech chat, take home, takehome
home assignment, case study, case presentation, product case, whiteboard*, portfolio review, portfolio presentation
portfolio walkthrough, work sample, skills test, design exercise, design challenge, coding challenge
challenge review, exercise review, cultural fit, culture fit, culture add, culture chat, values, meet the team
team fit, team match*, team matching, team lunch, bar raiser, screening, prescreen*, screen, founder chat
founder call, leadership chat, technical 1, technical 2, behavioral, behavioural, reference stage, offer call
offer discussion, offer conversation, salary negotiation, assessment, tech assessment, first conversation
second conversation, final conversation, closing call, hackerrank, codility, codesignal, erstgesprach*
zweitgesprach*, drittgesprach*, abschlussgesprach, fachgesprach*, kulturgesprach*, teamgesprach, kennenlerngesprach*
kennenlernen, zweite runde, erste runde, dritte runde, letzte runde, finale runde, finalrunde, probeaufgabe
fallstudie, fachlicher austausch, technisches gesprach, tech gesprach, teamtag, programmieraufgabe, live aufgabe
gehaltsgesprach, gehaltsverhandlung, telefongesprach, cas pratique, etude de cas, mise en situation, cas technique
cas client, test technique, restitution, echange technique, deuxieme tour, premier tour, second tour, dernier tour
rencontre equipe, rencontre avec l equipe, portfolio, premier echange, premier appel, appel decouverte
echange decouverte, pre qualification, prequalification, negociation salariale, ronda, segunda ronda, ultima ronda
etapa, ultima etapa, segunda etapa, fase final, caso practico, prueba de codigo, sesion de programacion
entrevista de valores, encaje cultural, conocer al equipo, panel de liderazgo, prueba practica, rodada
segunda rodada, 2 ronda, segunda conversa, primeira conversa, fit cultural, estudo de caso, desafio tecnico
conhecer a equipa, conhecer o time, bate papo tecnico, apresentacao do case, arquitetura, case tecnico, teste pratico
"""
# Any conversation: counts only where somebody else invites or something speaks of a job.
TALK = """
rdv, rendez vous, termin, gesprachstermin, kontakt, contact, hello, phone, telephone, telephonique, telefonisch*
point, greet, q and a, informal, lockerer, informel*, prise de contact, contacto, hablar, falar, bespreking
videogesprach, video, speak, speaking, chat, call, intro*, conversation, meet, meeting, meets, discussion, discovery
connect, conversations, sync, talk, get to know, video call, exploratory, q a, time with, min with, presentation
review, gesprach, austausch, treffen, telefonat, anruf, videocall, telefontermin, besprechung, prasentation
termin mit, echange, rencontre, appel, decouverte, visio, point avec, charla, llamada, platica, videollamada, reunion
conversacion, encuentro, presentacion, conversa, bate papo, batepapo, chamada, videochamada, reuniao, apresentacao
papo, chiacchierata, chiamata, telefonata, incontro, gesprek, kennismaking, belafspraak, samtal
"""
# Said among friends too.
SOCIAL = """
coffee, lunch, dinner, breakfast, brunch, catch up, catchup, kaffee, mittagessen, cafe, dejeuner, comida, almoco
almuerzo, tea, te con, visit, update, touch base, drinks
"""
# What an employer writes to an applicant.
APPLYING = """
donde trabajarias, tus futuros companeros, the job suits you, whether the job, shortlisted applicants, would be your lead
our decision after, come back to you with a decision, avant la proposition, agence interim, agencia de empleo
your name came up, retained to fill, ihre unterlagen, vos diplomes, certificado de delitos, fuhrungszeugnis, dbs certificate
wg stelle, wegen stelle, wg bewerbung, wg job
me hacen contrato, s ils me gardent, si va bien me, entre moi et, ils cherchent, wenn es passt
se correr bem, if it goes well, i start in, and decide, et decident, y deciden, personas candidatas
vakanz, vakanzen, stellenausschreibung, ausschreibung, notre offre, nuestra oferta, nossa oferta, curriculo
curriculum, zeugnisse, your submission, open role, open roles, open position*, a client who, client of mine
mon client cherche, un client recherche, un cliente que, betreue ein*, passt zu ihnen, profil comme, applied to
candidacy, apply, availability to start, right to work, your earliest start, wage, hourly rate, day rate
contract role, permanent role, part time role, headcount, backfill, job title, job spec, ausbildungsplatz
praktikumsplatz, tarifgruppe, befristet*, unbefristet*, teilzeit, vollzeit, arbeitsvertrag, einstiegsdatum
type de contrat, periode d essai, remuneration, teletravail, disponibilite*, mobilite, jornada, contrato indefinido
teletrabajo, disponibilidad, regime hibrido, clt, pj, disponibilidade, your application, your interest in
your candidacy, you applied, for applying, thank you for applying, your cv, your resume, your profile
your background, your experience, your career, your portfolio, your take home, hiring for, we are hiring, vacancy
vacancies, job opening, job opportunity, opening, opportunity, position, the role, a role, role, this role, our role
role at, new role, job description, job ad, start date, salary, salary range, salary expectations, compensation
notice period, relocation, joining us, joining as, you would be reporting, reporting to, be reporting to
reporting line, relocation package, compensation package, discuss package, our client, my client, your next role
years of experience, interview process, hiring process, selection process, next steps in the process
application process, your interviewer*, your interview*, your recruiter, candidate guide, candidate portal
candidate intro, candidate call, guide for candidates, details for the candidate, your candidate, for candidates
competency based, looking to hire, req id, requisition, salaried, bring your portfolio
looking forward to meeting you, looking forward to hearing more, forward to hearing more
looks forward to meeting you, forward to meeting you, tell us about yourself, questions for us, your questions
offer letter, who you would be reporting, bewerbung*, ihre bewerbung, deine bewerbung, bewerbungsunterlagen
lebenslauf, stelle, stelle als, stellenangebot, gehalt*, gehaltsvorstellung*, kundigungsfrist, eintrittstermin
ihr profil, dein profil, mein mandant, unser mandant, ihr interesse an, personlich kennenzulernen, kennenzulernen
auswahlverfahren, auswahlprozess, deine probeaufgabe, deiner probeaufgabe, deine fragen, ihre fragen, probezeit
festanstellung, werdegang, votre candidature, ta candidature, candidature, candidat, votre cv, votre profil
ton profil, votre parcours, ton parcours, poste, le poste, du poste, pretentions salariales, preavis, notre client
mon client, rejoindriez, rejoindrais, rejoindre notre, offre d emploi, recrute, cdi, cdd, processus de recrutement
vos attentes, ton experience, votre experience, vos questions, tes questions, vos motivations, salaire, votre dossier
tu solicitud, su solicitud, tu candidatura, su candidatura, tu perfil, su perfil, tu cv, vacante*, puesto
oferta de empleo, proceso de seleccion, ultima etapa del proceso, etapa del proceso, proceso, expectativas salariales
sueldo, salario, aspirante, tu experiencia, nuestro cliente, incorporacion, tus preguntas, solicitud, tua candidatura
sua candidatura, candidatura, teu percurso, seu percurso, teu perfil, seu perfil, seu curriculo, teu cv, seu cv, vaga
vagas, a vaga, posicao, cargo, processo seletivo, pretensao salarial, remuneracao, nosso cliente, etapa, proposta
gestor, tua experiencia, sua experiencia, scale up que procura, as tuas perguntas, suas perguntas
candidatura inviata, la tua candidatura, posizione, retribuzione, jouw sollicitatie, je sollicitatie, functie
vacature
"""
# What is said around the steps of a selection, and elsewhere too.
PROCESS = """
next step, next steps, last step, final step, the process, our decision, before the offer, an offer, about the offer, your offer, you ll meet
you will meet, you will be meeting, you ll be meeting, you will speak, you ll speak, you would work, you d be working
you d be sitting, front desk, bring an id, photo id, bring id, bring your id, walk us through, you built, be ready to
ready to draw, we liked, we loved, loved your, enjoyed, know you better, get to know you, getting to know you
meet you, meeting you, learn more about you, about yourself, share your screen, think aloud, we ask, our panel
the panel, future team, team members, on my team, our team, the team, leads the, who leads, runs the, reports to
day to day, day in the life, ask us anything, ask me anything, ask them anything, prepare a, please prepare
come with, whiteboard, problem together, letzter schritt, nachster schritt, nachsten schritt*, unserer entscheidung
es nehmen teil, fachbereich, freuen uns auf sie, freuen uns auf dich, bei uns, kennen lernen, kennenlernen
kennenzulernen, alltag, lern das team, kollegen, kolleginnen, neugierig, ausweis, arbeitsweise, projekterfahrung
motivation, starken, bereichsleit*, teamleit*, abteilungsleit*, vorgestellt, stell dich, derniere etape
prochaine etape, etape, notre decision, faire votre connaissance, vous rencontrer, te rencontrer, seduits, seduit
nous avons aime, piece d identite, l equipe, votre futur*, ta future, vos projets, tes projets, presentez, preparez
venez avec, parlez nous, ultima fase, siguiente fase, siguiente paso, proximo paso, nuestra decision, conocerte
conocerle, nos gusto, nos ha gustado, nos encanto, tus proyectos, sus proyectos, tu trabajo, el equipo, prepara
trae tu, dni, cuentanos, hablanos, tendras, ultima etapa, proxima etapa, proxima fase, passo seguinte, nossa decisao
conhecer te, conhecer voce, te conhecer, conhecer melhor, gostamos, adoramos, teus projetos, seus projetos, a equipa
o time, nosso time, prepare, traga, documento com foto, conte nos, fala nos
"""
# Nouns that head the name of a position.
ROLE = """
agile coach, scrum coach, sports coach, job coach, entwicklung, softwareentwicklung, psycholog*, redaktion, marketing
vertrieb, sales, einkauf, logistik, rechnungswesen, fundraising, policy officer, campaigner, senior, junior
graduate scheme, chief of staff, barista, cashier, bartender, waiter, waitress, hydrolog*, surveyor*, quantity surveyor, porter, night porter, cleaner post, warehouse operative, forklift*, machinist
brewer, baker, butcher, florist, tailor, seamstress, upholsterer, glazier, roofer, plasterer, bricklayer, joiner
care assistant, support worker, healthcare assistant, health visitor, radiograph*, phlebotom*, dietitian, audiolog*
speech therapist, occupational therapist, physiotherapist post, dental nurse, dental assistant, lab assistant
teaching assistant, classroom assistant, head of year post, deputy head, headteacher post, year 6 teacher, tutor post
ks1 teacher, ks2 teacher, steward, modeller, modeler, risk modeller, data steward, estimator, valuer, appraiser
investigator, caseworker post, probation officer, firefighter, police constable, train conductor, signaller
tour guide, travel agent post, concierge, housekeeper, valet, sommelier, pastry chef, line cook, kitchen porter
payroll administrator, payroll specialist, bookkeeping, treasurer, company secretary, legal secretary, personal assistant, office manager
sales assistant, shop assistant, store manager, area manager, buyer post, visual merchandiser, make up artist
motion designer, game designer, level designer, sound engineer, camera operator, video editor, proofreader
grant writer, policy adviser, speechwriter, press officer, diplomat, lobbyist, regulatory affairs, toxicolog*
pharmacolog*, epidemiolog*, bioinformatic*, geophysic*, astronom*, meteorolog*, oceanograph*, agronom*, vet nurse
backer*, metzger*, florist*, gartner*, tischler*, dachdecker*, maurer*, maler*, installateur*, fliesenleger*, schweisser*
zerspanungs*, industriemechanik*, anlagenfuhrer*, maschinenfuhrer*, staplerfahrer*, busfahrer*, lokfuhrer*, zugbegleit*
steward*, hotelfach*, restaurantfach*, kuchenhilfe, reinigungskraft, hausmeister*, pflegehelf*, pflegefach*, hebammen*
physiotherapeut*, ergotherapeut*, logopad*, optiker*, horakustik*, zahnarzthelf*, zahntechnik*, apotheker*, pta, mta
kinderpfleg*, heilerzieh*, heilpadagog*, schulbegleit*, erzieherin, tagesmutter post, bibliothekar*, archivar*, restaurator*
buhnen*, tontechnik*, kameramann, kamerafrau, cutter*, texter*, journalist post, pressereferent*, veranstaltungskauf*, eventmanager*
immobilienmakler*, hausverwalter*, versicherungskauf*, kundenberat*, filialmitarbeit*, kassenkraft, projektassistenz
vertriebsassistenz, teamassistenz, vorstandsassistenz, burohilfe, empfangskraft, lohnbuchhalt*, finanzbuchhalt*
bilanzbuchhalt*, revisor*, compliance, datenschutz*, geolog*, vermessung*, stadtplan*, bauzeichner*
tischlerin, patissier*, boucher*, fleuriste, couturier*, couvreur*, macon, menuisier*, plombier post, peintre en batiment
carreleur*, tourneur*, fraiseur*, cariste*, conducteur*, conductrice, chef de rang, commis de cuisine, plongeur*
femme de chambre, gouvernant*, hotesse*, agent d entretien, agent d accueil, agent de securite
aide a domicile, auxiliaire de vie, ambulancier*, kinesitherapeute post, opticien*, prothesiste*, preparateur*
preparatrice, pharmacien*, biologiste, chimiste, professeur des ecoles, surveillant*, moniteur*, monitrice, archiviste
monteur*, monteuse, realisateur*, cadreur*, journaliste post, attache de presse, attachee de presse, charge d etudes
chargee d etudes, charge de clientele, chargee de clientele, clerc*, notaire assistant, huissier*, gestionnaire de paie
responsable paie, assistant rh, assistante rh, controleur de gestion, controleuse de gestion, tresorier*, actuaire
geometre*, urbaniste*, conducteur de travaux, cheffe de chantier, chef de chantier, dessinateur*, dessinatrice
panader*, pasteler*, carnicer*, florista, modist*, albanil*, carpinter*, fontaner*, pintor*, soldador, tornero, carretiller*
conserje, limpiador*, gobernanta, botones, auxiliar de enfermeria, celador*, fisioterapeuta post, optico*, protesico*
farmaceutic*, higienista, matron*, trabajador* social, integrador*, monitor*, maestr* de, bibliotecari*, archivero*
locutor*, realizador*, montador*, periodista post, jefe de prensa, relaciones publicas, agente de viajes, agente comercial
controller, interventor*, tesorer*, actuario*, topograf*, delinean*, aparejador*, jefe de obra, jefa de obra
padeir*, pasteleir*, talhante, acougueir*, costureir*, pedreir*, carpinteir*, canalizador*, pintor post, serralheir*
empregad* de mesa, empregad* de balcao, rececao, recepcao, porteir*, auxiliar de limpeza, governanta, camareir*
auxiliar de saude, tecnico de radiologia, tecnica de radiologia, farmaceutic*, nutricionista post, educador*
educador* de infancia, professor contratado, bibliotecari*, arquivista, jornalista post, tecnico de som, editor de video
agente de viagens, gestor de conta post, tesoureir*, topograf*, desenhador*, encarregad*, diretor de obra, repositor*
estoquista, operador* de caixa, motoboy, caixa de supermercado, vigilante, seguranca post, educadora, gerocultor*, ide de nuit, professeur contractuel, infirmier*, auxiliar de, cajer*, grants officer, train driver
graduate programme, graduate program, traineeprogramm*, programa de trainee*, pressesprecher*, sachbearbeit*, recepcion
receptionist, junior reporter, trainee reporter, staff reporter, rececionist*, hygienist, celador*, surveillant*, estoquist*, confeiteir*, paralegal, counsel
attorney, auditor, bookkeeper, economist, statistician, chemist, biologist, physicist, translator, interpreter
animator, illustrator, producer, tester, operator, plumber apprentice, carpenter, welder, pilot, caretaker, carer
caregiver, instructor, trainer, adviser, advisor, agent, trader, underwriter, actuary, surveyor, inspector
supervisor, foreman, dispatcher, generalist, evangelist, advocate, fellow, owner, partner manager, account executive
sales rep, scrum master, business partner, data analyst, ml engineer, principal engineer, staff engineer
warehouse operative, merchandiser, sous chef, stylist, optometrist, veterinarian, paramedic, midwife post
social worker post, curator, archivist, geologist, ecologist, forester, gardener post, community manager
content manager, growth, verkaufer*, kassierer*, kellner*, koch, kochin, fahrer*, lagerist*, rezeptionist*, sekretar*
assistenz, jurist*, ubersetzer*, lektor*, dozent*, sozialpadagog*, sozialarbeiter*, altenpfleg*, krankenpfleg*, mfa
mechaniker*, mechatronik*, elektronik*, elektriker*, schlosser*, schreiner*, bauleit*, architekt*, statiker*, planer*
disponent*, einkaufer*, vertriebsmitarbeiter*, vertriebsleit*, aussendienst*, innendienst*, volkswirt*, betriebswirt*
statistiker*, wissenschaftler*, wissenschaftliche*, doktorand*, laborant*, chemiker*, physiker*, prufer*, steuerfach*
bankkauf*, industriekauf*, burokauf*, fachinformatik*, informatiker*, systemadmin*, programmierer*, produktmanager*
projektmanager*, gruppenleit*, abteilungsleit*, bereichsleit*, filialleit*, stationsleit*, assistent*, referendar*
trainee*, auszubildende*, azubi, buchhaltung, controlling, personalsachbearbeit*, marketingmanager*
vertriebsinnendienst, vendeur, vendeuse, caissier, caissiere, serveur, serveuse, cuisinier*, chauffeur, livreur
receptionniste, secretaire, juriste, traduct*, enseignant*, formateur, formatrice, animateur, animatrice, educateur
educatrice, aide soignant*, auxiliaire, ouvrier*, operateur, operatrice, soudeur, electricien*, mecanicien*
magasinier*, logisticien*, acheteu*, commercial*, cheffe de, chef de, economiste, statisticien*, chercheu*, analyste
architecte, auditeur, auditrice, controleu*, coordinateur, coordinatrice, documentaliste, bibliothecaire, paysagiste
boulanger*, attache*, redacteur, cadre, administrateur, administratrice, adjoint*, directeur*, teleconseill*
data engineer, dependient*, camarer*, cajer*, recepcionista, cociner*, conductor*, repartidor*, traductor*, docente
quimic*, biolog*, operari*, tecnico, tecnica, electricista, soldador*, mozo de almacen, teleoperador*, asesor*
consultor*, formador*, redactor*, editor*, secretari*, aprendiz, coordinador*, supervisor*, director*, delegad*
ejecutiv*, economist*, estadistic*, cientific*, jefe, jefa, administrador*, responsable de, operador*, atendente
cozinheir*, motorista, vendedor*, assessor*, enfermeir*, tradutor*, diretor*, cientista, eletricista, balconista
coordenador*, administrativo, administrativa, assistente, lider de, especialista, arquitet*, gerente de, engenharia
consultoria junior, bolseir*, estagiario, estagiaria, monitor*, cameriere, commess*, impiegat*, operaio, magazzinier*
verkoper, boekhouder, verpleegkundige, monteur, engineer*, developer*, designer*, analyst, architect, scientist
consultant, programmer, sre, devops, cto, ceo, cfo, coo, vp, head of, lead, tech lead, team lead, manager, director
product owner, product manager, project manager, administrator, specialist, associate, assistant, coordinator
officer, representative, executive, accountant, controller, researcher, internship, intern, trainee, apprentice
working student, frontend, backend, front end, back end, fullstack, full stack, ux, ui, android, ios, react native
qa, machine learning, data science, data engineering, copywriter, editor, nurse, technician, copyist, librarian
teacher, lecturer, professor, postdoc, phd, recruiter, writer, clerk, buyer, planner, strategist, marketer
customer success, chef, cook, driver, electrician, mechanic, pharmacist, therapist, m w d, w m d, m f d, f m d, m w x
m f x, h f, f h, h f x, m f, all genders, gn, entwickler*, softwareentwickler*, ingenieur*, leiter*, leitung
teamleit*, referent*, sachbearbeiter*, buchhalter*, redakteur*, berater*, werkstudent*, praktikum, praktikant*
ausbildung, fachkraft, mitarbeiter*, techniker*, kauffrau, kaufmann, pfleger*, erzieher*, gestalter*, projektleit*
lehrkraft, geschaftsfuhr*, volontariat, controllerin, developpeu*, ingenieu*, chef de projet, cheffe de projet
responsable, charge de, chargee de, chargee d, charge d, stagiaire, assistante, directeur, directrice, concepteu*
graphiste, redacteu*, redactrice, comptable, technicien*, alternant*, consultante, gestionnaire, conseiller
conseillere, vendeu*, infirmier*, desarrollador*, programador*, ingenier*, disenador*, analista, tecnico de
tecnica de, gerente, jefe de, jefa de, encargad*, investigador*, becari*, practicas, comercial, contable, auxiliar
administrativ*, enfermer*, arquitect*, directora, desenvolvedor*, engenheir*, programadora, designer, gestor de
gestora de, estagio, estagiari*, pesquisador*, redator*, contador*, tecnologo, lider tecnico, sviluppator*, ingegner*
ontwikkelaar, medewerker, stagista
"""
# An employee applies within her own house.
INTERNAL = """
internal posting, internal vacancy, internen bewerbung, interne ausschreibung, candidature interne, innerbetrieblich*
mobilite interne, intern beworben, concours interne, internal application, internal move, internal mobility
internal interview, internal role, internal position, internal transfer, internal opening, your internal
applied internally, internal job, internal hiring, interne bewerbung, interne stelle, interner wechsel
internes vorstellungsgesprach, interne stellenausschreibung, interne position, poste en interne, poste interne
entretien interne, candidatura interna, promocion interna, movilidad interna, vacante interna, proceso interno
puesto interno, recrutamento interno, vaga interna, mobilidade interna, processo interno
"""

FOR = {
    "job": JOB,
    "likely": LIKELY,
    "interview": INTERVIEW,
    "recruiting": RECRUITING,
    "stage": STAGE,
    "talk": TALK,
    "social": SOCIAL,
    "applying": APPLYING,
    "process": PROCESS,
    "role": ROLE,
    "internal": INTERNAL,
}
