"""What is said in and about interviews, by meaning, in en de fr es pt and some it nl.

A phrase is a list of words; a word ending in * matches every word that begins so. Accents and case are folded away;
sorted, since sorted tables are put together fastest.
"""

from __future__ import annotations

# Nothing but a job interview is called so.
JOB = """
ac tag, agency registration, anstallningsintervju, arbeitsprobe, assessment center, assessment centre, assessment day
auswahlverfahren, behavioral interview, behavioural interview, bewerbung gesprach, bewerbungsgesprach*
bewerbungsrunde, bewerbungstermin, case interview, coderpad, coding assessment, coding interview, coding test
colloquio conoscitivo, colloquio di lavoro, colloquio tecnico, competency interview, demi journee d essai
eignungsgesprach, einstellungsgesprach*, einstellungstest*, entretien alternance, entretien boulot
entretien candidat*, entretien cdi, entretien d admission au poste, entretien d alternance, entretien d embauche
entretien de motivation, entretien de preselection, entretien de recrutement, entretien de stage, entretien drh
entretien job, entretien manager, entretien pour le poste, entretien rh, entretien stage, entretien technique
entretien travail, entrevista com a gestor*, entrevista com gestor*, entrevista com o rh, entrevista com rh
entrevista con rrhh, entrevista curro, entrevista de empleo, entrevista de emprego, entrevista de estagio
entrevista de recrutamento, entrevista de trabajo, entrevista de trabalho, entrevista emprego, entrevista laboral
entrevista para a vaga, entrevista para el puesto, entrevista puesto, entrevista rh, entrevista rrhh
entrevista tecnica, entrevista trabajo, entrevista trabalho, entrevista vaga, essai en cuisine, essai professionnel
gesprach bewerbung, hiring interview, hiring manager screen*, hiring mgr, hm call, hm chat, hm interview, hm screen
hr interview, hr round, hr screen*, int w, interview confirmation, interview for the position, interview for the role
interview invitation, interview with hr, interviewing for, itw, job interview*, job interviews, job talk, job trial
jobbintervju, jobbsamtal, jobgesprach*, jobinterview*, journee d essai, jury de recrutement, kennismakingsgesprek
live coding interview, meeloopdag, meet and greet interview, mise en situation professionnelle, onsite loop
panel interview, periode d essai d une journee, personaler*, personalgesprach bewerbung, phone screen*, probearbeit*
probearbeiten, probetag, probetage, probetermin, probezeit tag, proceso de seleccion, processo de selecao
processo seletivo, proefdag, prueba de trabajo, prueba laboral, rdv embauche, rdv recrutement, recruiter call
recruiter screen*, recruiting call, recruitinggesprach*, recrutement collectif, registration with agency
reunion recrutement collective, round of interviews, seleccion de personal, sollicitatie, sollicitatiegesprek*
stage interview, super day, superday, system design interview, take home challenge, take home presentation
take home review, take home task, takehome review, teaching demo, tech interview, tech round, tech screen*, tech test
technical interview, technical round, technical screen*, telephone screen*, termin bewerbung, trial shift, trial work
vg, virtual onsite, vorstellen bei, vorstellung bei, vorstellungsgesprach*, vorstellungstermin, work trial
working interview, working trial, you are interviewing for, you re interviewing for, zweitgesprach*
"""
# Said of interviews, and of media, sports and courses: something else must speak of a job, or nothing against it.
LIKELY = """
1er entretien, 2 a fase, 2 a rodada, 2 a ronda, 2 fase, 2 gesprach, 2 ronda, 2 runde, 2a rodada, 2a ronda
2e entretien, 2eme entretien, 2nd round, 3 a ronda, 3 fase, 3 gesprach, 3 runde, 3e entretien, 3rd round, agency reg
audition, aula demonstrativa, aula experimental para o lugar, auswahlgesprach*, auswahltag*, clase demostrativa
clase modelo, culture interview, defensa de proyecto docente, defensa del proyecto docente, demo lesson
dernier entretien, deuxieme entretien, dia a experiencia, dia de experiencia, dia de prova, dia de prueba
dia de teste, dia experimental, dinamica de grupo, drittes gesprach, eignungstest*, embauche, entretien collectif
entretien final, entretien tel, entretien telephonique, entretien video, entretien visio*, entrevista de seleccion
entrevista final, entrevista grupal, entrevista grupo, entrevista online, entrevista personal, entrevista por video
entrevista presencial, entrevista telefonica, erstinterview*, essai en salle, face to face interview, fachinterview*
fachvortrag*, final interview, final round, final round interview, first interview, hospitation*, in person interview
initial screen*, interview board, interview booked, interview call, interview day, interview loop, interview panel
interview round, interview schedule, interview slot, interview stage, interview time, interview w, interviewrunde
interviewtag, jornada de prueba, journee d immersion, kitchen trial, lecon d epreuve, lecon de concours
lecon devant le comite, lecon devant le jury, lecon modele, lehrprobe, lehrvortrag*, micro teaching, microteaching
mini lesson, model lesson, on site interview, onsite interview, paid trial, phone interview, premier entretien
primeira entrevista, primera entrevista, primera ronda, probevorlesung*, probevortrag*, prova didatica
prova pedagogica, prova tecnica, prueba de seleccion, prueba tecnica, prueba tecnica en directo, ride along
rodada final, ronda final, round 2, round 2 interview, round 3, sample teaching, schnuppertag, screen with
screening call, screening interview, second entretien, second interview, second round, segunda entrevista
segunda fase, segunda ronda, selection day, selection interview, selection panel, teaching presentation
telefoninterview*, telephone interview, terceira entrevista, terceira fase, tercera entrevista, tercera fase
test lesson, test tecnico, teste tecnico, third interview, third round, trial day, trial in the kitchen, trial morning
trial week, turno experimental, ultima entrevista, ultima fase, unterrichtsbesuch, unterrichtsprobe
unterrichtsstunde zur probe, values interview, vertragsgesprach*, video interview, videoentrevista, videointerview*
virtual interview, vorstellungsrunde, zweites gesprach, zweitinterview*
"""
# The word itself.
INTERVIEW = """
colloqui, colloquio, entretien, entretiens, entrevista, entrevistarte, entrevistas, haastattelu, interview, interviews
interviu, intervju*, intw, mulakat, pohovor, rozmowa kwalifikacyjna, интервью, собеседовани*
"""
# Who hires for a living.
RECRUITING = """
appointments committee, arbeitgeber, auswahlkommission*, berufungskommission*, berufungsverfahren
cabinet de recrutement, call from hr, call with hr, cazatalentos, chasseu* de tete*, chat with hr, comite de seleccion
comite de selection, consultora de seleccion, drh, executive search, findungskommission*, from hr, gestor da vaga
gestora de rh, headhunt*, headhunter, headhunterin, hiring call, hiring manager*, hiring process, hiring team
hr business partner, hr call, hr chat, hr conversation, hr department, hr gesprach, hr intro, hr lady, hr manager
hr partner, hr rep, hr specialist, hr team, hrbp, kommissionsgesprach*, people and culture, people partner
people team, personalabteilung, personalberat*, personalerin, personalreferent*, personalvermittl*, reclut*
reclutador, reclutadora, recruiter, recruiter*, recruiting, recruitment, recrut*, recrutador, recrutadora, recruteu*
recruteur, recruteuse, recursos humanos, rekrut*, rh, rr hh, rrhh, search committee, seleccion de personal
seleccionador*, sourcer, staffing, talent acquisition, talent manager, talent partner, talent sourcer
talent specialist, talent team, tecnica de seleccion, vakanz, vakanzen, with hr
"""
# Steps of a selection.
STAGE = """
1st round, 2 ronda, ability test, abschlussgesprach, algorithms, alinhamento cultural, analytical, angebotsgesprach
appel decouverte, apresentacao do case, apresentacao do desafio, apresentacao tecnica, aptitude test, arbeitsproben
arquitetura, assessment, aufgabe, aufgabenbesprechung, aula de prova, bar raiser, bate papo tecnico, behavioral
behavioural, betriebsbesichtigung, brief, cas client, cas pratique, cas technique, case, case besprechung
case presentation, case study, case tecnico, caso practico, ceo chat, challenge review, charla tecnica
clase de prueba, closing call, codesignal, codigo ao vivo, codility, coding, coding challenge, coding exercise
coding session, conhecer a equipa, conhecer o escritorio, conhecer o time, conoce al equipo, conocer al equipo
conversa com a equipa, conversa com o time, conversa final, conversa tecnica, conversacion final, cross functional
cross team, cto chat, cultural fit, culture add, culture chat, culture fit, cv walkthrough, data challenge
debrief test, debugging, debugging session, decision call, deep dive, defensa, dernier echange, dernier tour, desafio
desafio tecnico, design challenge, design exercise, deuxieme echange, deuxieme rencontre, deuxieme tour, dinamica
dinamica grupal, domain interview, dritte runde, drittgesprach*, dsa, echange avec l equipe, echange decouverte
echange technique, ejercicio, ejercicio tecnico, encaje cultural, encuentro con el equipo, endrunde, entretien croise
entrevista de valores, epreuve*, erste runde, erster austausch, erstgesprach*, erstkontakt, estudo de caso, etapa
etapa final, etapa tecnica, etude de cas, execution round, exercice, exercice de cas, exercice technique, exercicio
exercicio tecnico, exercise, exercise review, experience deep dive, fachgesprach*, fachlich, fachlicher austausch
fachliches gesprach, fachrunde, fachtest, fallstudie, fase final, fase tecnica, feedback call, final conversation
final stage, finale runde, finalrunde, first conversation, first round, first stage, fit cultural, folgegesprach*
folgetermin, fondateur, fondateurs, fondatrice, founder call, founder chat, founder conversation, founders, fundadora
fundadores, gehaltsgesprach, gehaltsverhandlung, googliness, group exercise, hackerrank, hausfuhrung, hiring panel
hld, home assignment, hospitieren, immersion, incontro conoscitivo, journee decouverte, jury, kennenlernen
kennenlerngesprach*, kennenlernrunde, kennenlerntag, kennenlerntermin, kollegengesprach, kulturgesprach*, last stage
leadership chat, leadership principles, lecon d essai, lesson observation, letzte runde, live aufgabe, live coding
live debugging, lld, loop, machine coding, meelopen, meet the team, mise en situation, ml design, motivation
negociation salariale, next round, next stage, next step*, object oriented design, observed lesson*, observed teaching
offer call, offer conversation, offer discussion, office tour, office visit, on site visit, onsite, oral, oral de
pair programming, pairing, panel, panel de liderazgo, pareamento, part 2, past experience, peer chat, peer interview
personality test, pitch exercise, portfolio, portfolio presentation, portfolio review, portfolio walkthrough
prasentation der aufgabe, pre qualification, premier appel, premier echange, premier tour, prequalification
prescreen*, presentacion del caso, presentacion tecnica, presentation technique, primeira conversa, probeaufgabe
probeschicht, probestunde, prochaine etape, product case, product sense, programacao em par, programmieraufgabe
programming, programming exercise, programming session, project deep dive, prova pratica, prova tecnica, proximo passo
prueba, prueba de codigo, prueba de nivel, prueba escrita, prueba practica, prufung, psicotecnico*, psychometric
refactoring session, reference stage, rencontre avec l equipe, rencontre avec le fondateur
rencontre avec les fondateurs, rencontre equipe, restitution, restitution exercice, resume deep dive, reto
reto tecnico, reuniao tecnica, reunion tecnica, revisao do desafio, revisao do exercicio, revision de la prueba
revision del ejercicio, revue de code, revue de l exercice, revue technique, rodada, role specific, ronda, round 1
round one, round three, round two, rundgang, salary negotiation, sample lesson, schnuppern, schnuppertermin, screen
screening, second conversation, second echange, second stage, second tour, secondo incontro, segunda charla
segunda conversa, segunda conversacion, segunda etapa, segunda llamada, segunda reunion, segunda rodada, segunda ronda
sell me, sesion de programacion, sesion tecnica, sessao tecnica, session technique, siguiente paso
simulation exercise, site visit, skills assessment, skills test, soutenance, sql test, stage 1, stage 2, stage 3
stakeholder chat, step 2, step 3, system design, systemdesign, systems design, take home, takehome
teaching observation, team chat, team fit, team interview, team lunch, team match*, team matching, teamgesprach
teamkennenlernen, teamrunde, teamtag, tech assessment, tech chat, tech gesprach, tech session, tech talk, technical 1
technical 2, technical assessment, technical call, technical chat, technical conversation, technical deep dive
technical discussion, technical meeting, technical presentation, technical round, technical session, techniktest
technisch gesprek, technische runde, technisches gesprach, telefongesprach, terceira conversa, test de personnalite
test ecrit, test metier, test psicotecnico, test technique, testaufgabe*, teste, teste escrito, teste pratico
tour de table equipe, translation test, turno de prueba, tweede gesprek, typing test, ultima etapa, ultima ronda
ultimo paso, ultimo passo, values, visita a la oficina, visita a las oficinas, visita ao escritorio
visita as instalacoes, visite des locaux, vorgesprach, vp chat, walk through, walkthrough, whiteboard*
with the founder*, work sample, wrap up call, writing sample, writing test, written test, zweite runde
zweiter austausch, zweitgesprach*, zweittermin
"""
# Any conversation: counts only where somebody else invites or something speaks of a job.
TALK = """
anruf, appel, apresentacao, austausch, bate papo, batepapo, belafspraak, besprechung, bespreking, call, chamada
charla, chat, chiacchierata, chiamata, connect, contact, contacto, conversa, conversacion, conversation, conversations
decouverte, discovery, discussion, echange, encuentro, exploratory, falar, gesprach, gesprachstermin, gesprek
get to know, greet, hablar, hello, incontro, informal, informel*, intro*, kennismaking, kontakt, llamada, lockerer
meet, meeting, meets, min with, papo, phone, platica, point, point avec, prasentation, presentacion, presentation
prise de contact, q a, q and a, rdv, rencontre, rendez vous, reuniao, reunion, review, samtal, speak, speaking, sync
talk, telefonat, telefonata, telefonisch*, telefontermin, telephone, telephonique, termin, termin mit, time with
treffen, video, video call, videocall, videochamada, videogesprach, videollamada, visio
"""
# Said among friends too.
SOCIAL = """
almoco, almuerzo, breakfast, brunch, cafe, catch up, catchup, coffee, comida, dejeuner, dinner, drinks, kaffee, lunch
mittagessen, te con, tea, touch base, update, visit
"""
# What an employer writes to an applicant.
APPLYING = """
a client who, a role, a vaga, agence interim, agencia de empleo, and decide, application process, applied to, apply
applying to join, applying to teach, applying to work, arbeitsvertrag, are applying to, as tuas perguntas, aspirante
ausbildungsplatz, ausschreibung, auswahlprozess, auswahlverfahren, availability to start, avant la proposition
backfill, be reporting to, befristet*, bei uns beworben, betreue ein*, bewerbung*, bewerbungsunterlagen
beworben haben, beworben hast, bring your portfolio, candidacy, candidat, candidate call, candidate guide
candidate intro, candidate portal, candidatura, candidatura inviata, candidature, cargo, cdd, cdi
certificado de delitos, client of mine, clt, come back to you with a decision, compensation, compensation package
competency based, concours mcf, contract role, contrato indefinido, curriculo, curriculum, day rate, dbs certificate
dein profil, deine bewerbung, deine fragen, deine probeaufgabe, deine zukunftigen kollegen, deiner probeaufgabe
details for the candidate, discuss package, disponibilidad, disponibilidade, disponibilite*, donde trabajarias
du poste, einstiegsdatum, eintrittstermin, entre moi et, et decident, etapa, etapa del proceso
expectativas salariales, festanstellung, for applying, for candidates, forward to hearing more, forward to meeting you
fuhrungszeugnis, functie, futuros colegas, gehalt*, gehaltsvorstellung*, gestor, guide for candidates, headcount
hiring for, hiring process, hourly rate, i start in, if it goes well, ihr interesse an, ihr profil, ihre bewerbung
ihre fragen, ihre unterlagen, ihre zukunftigen kollegen, ils cherchent, incorporacion, interview process
je sollicitatie, job ad, job description, job opening, job opportunity, job spec, job title, joining as, joining us
jornada, jouw sollicitatie, kennenzulernen, kundigungsfrist, la tua candidatura, le poste, lebenslauf
looking forward to hearing more, looking forward to meeting you, looking to hire, looks forward to meeting you
me hacen contrato, mein mandant, mobilite, mon client, mon client cherche, my client, new role
next steps in the process, nossa oferta, nosso cliente, notice period, notre client, notre offre, nuestra oferta
nuestro cliente, oferta de empleo, offer letter, offre d emploi, open position*, open role, open roles, opening
opportunity, our client, our decision after, our role, part time role, passt zu ihnen, periode d essai, permanent role
personas candidatas, personlich kennenzulernen, pj, posicao, position, posizione, poste, potential colleagues
praktikumsplatz, preavis, pretensao salarial, pretentions salariales, probezeit, proceso, proceso de seleccion
processo seletivo, processus de recrutement, profil comme, proposta, puesto, questions for us, recrute, regime hibrido
rejoindrais, rejoindre notre, rejoindriez, relocation, relocation package, remuneracao, remuneration, reporting line
reporting to, req id, requisition, retained to fill, retribuzione, right to work, role, role at, s ils me gardent
salaire, salaried, salario, salary, salary expectations, salary range, scale up que procura, se candidatou
se correr bem, se ha postulado, selection process, seu curriculo, seu cv, seu percurso, seu perfil, shortlist you
shortlisted applicants, shortlisted you, si va bien me, solicitud, start date, stelle, stelle als, stellenangebot
stellenausschreibung, su candidatura, su perfil, su solicitud, sua candidatura, sua experiencia, suas perguntas
sueldo, ta candidature, tarifgruppe, te candidataste, te has postulado, te postulaste, teilzeit, teletrabajo
teletravail, tell us about yourself, tes futurs collegues, tes questions, teu cv, teu percurso, teu perfil
thank you for applying, the job suits you, the role, this role, ton experience, ton parcours, ton profil
tu as postule, tu candidatura, tu cv, tu experiencia, tu perfil, tu solicitud, tua candidatura, tua experiencia
tus futuros companeros, tus preguntas, type de contrat, ultima etapa del proceso, un client recherche, un cliente que
unbefristet*, unser mandant, vacancies, vacancy, vacante*, vacature, vaga, vagas, vakanz, vakanzen, vollzeit
vos attentes, vos diplomes, vos futurs collegues, vos motivations, vos questions, votre candidature, votre cv
votre dossier, votre experience, votre parcours, votre profil, vous avez postule, wage, we are hiring, wegen stelle
wenn es passt, werdegang, wg bewerbung, wg job, wg stelle, whether the job, who you would be reporting
would be your lead, y deciden, years of experience, you applied, you are applying, you have been shortlisted
you ve been shortlisted, you would be reporting, your application, your background, your candidacy, your candidate
your career, your cv, your earliest start, your experience, your future colleagues, your interest in, your interview*
your interviewer*, your name came up, your next role, your portfolio, your potential team, your profile
your questions, your recruiter, your resume, your submission, your take home, zeugnisse
"""
# What is said around the steps of a selection, and elsewhere too.
PROCESS = """
a equipa, about the offer, about yourself, abteilungsleit*, adoramos, alltag, an offer, arbeitsweise, ask me anything
ask them anything, ask us anything, ausweis, be ready to, before the offer, bei uns, bereichsleit*, bring an id
bring id, bring your id, come with, conhecer melhor, conhecer te, conhecer voce, conocerle, conocerte, conte nos
cuentanos, day in the life, day to day, derniere etape, dni, documento com foto, el equipo, enjoyed, es nehmen teil
etape, fachbereich, faire votre connaissance, fala nos, final step, freuen uns auf dich, freuen uns auf sie
front desk, future team, get to know you, getting to know you, gostamos, hablanos, kennen lernen, kennenlernen
kennenzulernen, know you better, kollegen, kolleginnen, l equipe, last step, leads the, learn more about you
lern das team, letzter schritt, loved your, meet you, meeting you, motivation, nachsten schritt*, nachster schritt
neugierig, next step, next steps, nos encanto, nos gusto, nos ha gustado, nossa decisao, nosso time, notre decision
nous avons aime, nuestra decision, o time, on my team, our decision, our panel, our team, parlez nous, passo seguinte
people you d be, photo id, piece d identite, please prepare, prepara, prepare, prepare a, preparez, presentez
problem together, prochaine etape, projekterfahrung, proxima etapa, proxima fase, proximo paso, ready to draw
reports to, runs the, seduit, seduits, seus projetos, share your screen, siguiente fase, siguiente paso, starken
stell dich, sus proyectos, ta future, te conhecer, te rencontrer, team members, teamleit*, tendras, tes projets
teus projetos, the panel, the process, the team, think aloud, trae tu, traga, tu trabajo, tus proyectos, ultima etapa
ultima fase, unserer entscheidung, venez avec, vorgestellt, vos projets, votre futur*, vous rencontrer
walk us through, we ask, we liked, we loved, whiteboard, who leads, you built, you d be sitting, you d be working
you d work with, you ll be meeting, you ll meet, you ll speak, you will be meeting, you will meet, you will speak
you would be working with, you would work, your offer
"""
# Nouns that head the name of a position.
ROLE = """
abteilungsleit*, account executive, accountant, acheteu*, acougueir*, actuaire, actuario*, actuary, adjoint*
administrador*, administrateur, administrativ*, administrativa, administrativo, administrator, administratrice
adviser, advisor, advocate, agent, agent d accueil, agent d entretien, agent de securite, agent territorial
agente comercial, agente de viagens, agente de viajes, agile coach, agronom*, aide a domicile, aide soignant*
albanil*, all genders, altenpfleg*, alternant*, ambulancier*, analista, analyst, analyste, android, animateur
animator, animatrice, anlagenfuhrer*, aparejador*, apotheker*, appraiser, apprentice, aprendiz, architect, architecte
architekt*, archivar*, archivero*, archivist, archiviste, area manager, arquitect*, arquitet*, arquivista, asesor*
assessor*, assistant, assistant rh, assistante, assistante rh, assistent*, assistente, assistenz, assistenzarzt*
associate, astronom*, atendente, attache, attache de presse, attachee, attachee de presse, attachees, attaches
attorney, audiolog*, auditeur, auditor, auditrice, ausbildung, aussendienst*, auszubildende*, auxiliaire
auxiliaire de vie, auxiliar, auxiliar de, auxiliar de enfermeria, auxiliar de limpeza, auxiliar de saude, azubi
back end, backend, backer*, baker, balconista, bankkauf*, barista, bartender, bauleit*, bauzeichner*, becari*
berater*, bereichsleit*, betriebswirt*, bibliotecari*, bibliothecaire, bibliothekar*, bilanzbuchhalt*, bioinformatic*
biolog*, biologist, biologiste, boekhouder, bolseir*, bookkeeper, bookkeeping, botones, boucher*, boulanger*, brewer
bricklayer, buchhalter*, buchhaltung, buhnen*, burohilfe, burokauf*, busfahrer*, business partner, butcher, buyer
buyer post, cadre, cadreur*, caissier, caissiere, caixa de supermercado, cajer*, camareir*, camarer*, camera operator
cameriere, campaigner, canalizador*, care assistant, caregiver, carer, caretaker, cariste*, carnicer*, carpenter
carpinteir*, carpinter*, carreleur*, carretiller*, cartera, cartero, caseworker post, cashier, celador*, ceo, cfo
charge d, charge d etudes, charge de, charge de clientele, chargee d, chargee d etudes, chargee de
chargee de clientele, chauffeur, chef, chef de, chef de chantier, chef de projet, chef de rang, cheffe de
cheffe de chantier, cheffe de projet, chemiker*, chemist, chercheu*, chief of staff, chimiste, cientific*, cientista
claims handler, classroom assistant, cleaner post, clerc*, clerk, cociner*, comercial, commercial*, commess*
commis de cuisine, community manager, company secretary, compliance, comptable, concepteu*, concierge
conducteur de travaux, conducteur*, conductor*, conductrice, confeiteir*, conseiller, conseillere, conserje
consultant, consultante, consultor*, consultoria junior, contable, contador*, content manager, controleu*
controleur de gestion, controleuse de gestion, controller, controllerin, controlling, coo, cook, coordenador*
coordinador*, coordinateur, coordinator, coordinatrice, copyist, copywriter, costureir*, counsel, couturier*
couvreur*, cozinheir*, cto, cuisinier*, curator, customer success, cutter*, dachdecker*, data analyst, data engineer
data engineering, data science, data steward, datenschutz*, delegad*, delinean*, dental assistant, dental nurse
dependient*, deputy head, desarrollador*, desenhador*, desenvolvedor*, designer, designer*, dessinateur*, dessinatrice
developer*, developpeu*, devops, dietitian, diplomat, directeur, directeur*, director, director*, directora
directrice, diretor de obra, diretor*, disenador*, dispatcher, disponent*, docente, documentaliste, doktorand*
dozent*, driver, ecologist, economist, economist*, economiste, editor, editor de video, editor*, educador*
educador* de infancia, educadora, educateur, educatrice, einkauf, einkaufer*, ejecutiv*, electrician, electricien*
electricista, elektriker*, elektronik*, eletricista, empfangskraft, empregad* de balcao, empregad* de mesa, encargad*
encarregad*, enfermeir*, enfermer*, engenharia, engenheir*, engineer*, enseignant*, entwickler*, entwicklung
epidemiolog*, ergotherapeut*, erzieher*, erzieherin, especialista, estadistic*, estagiari*, estagiaria, estagiario
estagio, estimator, estoquist*, estoquista, evangelist, eventmanager*, executive, f h, f m d, fachinformatik*
fachkraft, fahrer*, farmaceutic*, fellow, femme de chambre, filialleit*, filialmitarbeit*, finanzbuchhalt*
firefighter, fisioterapeuta, fisioterapeuta post, fleuriste, fliesenleger*, florist, florist*, florista, fontaner*
foreman, forester, forklift*, formador*, formateur, formatrice, fraiseur*, front end, frontend, full stack, fullstack
fundraising, fundraising officer, game designer, gardener post, gartner*, generalist, geolog*, geologist, geometre*
geophysic*, gerente, gerente de, gerocultor*, geschaftsfuhr*, gestalter*, gestionnaire, gestionnaire de paie
gestor de, gestor de conta post, gestora de, glazier, gn, gobernanta, gouvernant*, governanta, graduate program
graduate programme, graduate scheme, grant writer, grants officer, graphiste, growth, gruppenleit*, h f, h f x
handler, hausmeister*, hausverwalter*, head of, head of year post, headteacher post, health visitor
healthcare assistant, hebammen*, heilerzieh*, heilpadagog*, higienista, horakustik*, hotelfach*, hotesse*, housekeeper
huissier*, hydrolog*, hygienist, ide de nuit, illustrator, immobilienmakler*, impiegat*, industriekauf*
industriemechanik*, infirmier*, informatiker*, ingegner*, ingenier*, ingenieu*, ingenieur*, innendienst*, inspector
installateur*, instructor, integrador*, intern, internship, interpreter, interventor*, investigador*, investigator
ios, jefa, jefa de, jefa de obra, jefe, jefe de, jefe de obra, jefe de prensa, job coach, joiner, jornalista post
journalist post, journaliste post, junior, junior reporter, jurist*, juriste, kamerafrau, kameramann, kassenkraft
kassierer*, kauffrau, kaufmann, kellner*, kinderpfleg*, kinesitherapeute post, kitchen porter, koch, kochin
krankenpfleg*, ks1 teacher, ks2 teacher, kuchenhilfe, kundenberat*, lab assistant, laborant*, lagerist*, lead
learning assistant, lecturer, legal secretary, lehrkraft, leiter*, leitung, lektor*, level designer, librarian
lider de, lider tecnico, limpiador*, line cook, livreur, lobbyist, locutor*, logisticien*, logistik, logopad*
lohnbuchhalt*, lokfuhrer*, m f, m f d, m f x, m w d, m w x, machine learning, machinist, macon, maestr* de, maestra de
maestro de, magasinier*, magazzinier*, maitre de conferences, maitresse de conferences, make up artist, maler*
manager, marketer, marketing, marketingmanager*, maschinenfuhrer*, matron*, maurer*, mecanicien*, mechanic
mechaniker*, mechatronik*, medewerker, menuisier*, merchandiser, meteorolog*, metzger*, mfa, mgr, midwife post
mitarbeiter*, ml engineer, modeler, modeller, modist*, moniteur*, monitor*, monitrice, montador*, monteur, monteur*
monteuse, motion designer, motoboy, motorista, mozo de almacen, night porter, notaire assistant, nurse
nutricionista post, oberarzt*, occupational therapist, oceanograph*, office manager, officer, ontwikkelaar, operador*
operador* de caixa, operaio, operari*, operateur, operator, operatrice, opticien*, optico*, optiker*, optometrist
ouvrier*, owner, padeir*, panader*, paralegal, paramedic, partner manager, pasteleir*, pasteler*, pastry chef
patissier*, payroll administrator, payroll specialist, paysagiste, pedreir*, peintre en batiment, periodista post
personal assistant, personalsachbearbeit*, pesquisador*, pflegefach*, pflegehelf*, pfleger*, pharmacien*, pharmacist
pharmacolog*, phd, phlebotom*, physicist, physiker*, physiotherapeut*, physiotherapist post, pilot, pintor post
pintor*, planer*, planner, plasterer, plombier post, plongeur*, plumber apprentice, police constable, policy adviser
policy officer, porteir*, porter, postdoc, practicas, praktikant*, praktikum, preparateur*, preparatrice
press officer, pressereferent*, pressesprecher*, principal engineer, probation officer, producer, product manager
product owner, produktmanager*, profe de, profesor a asociado, profesor a ayudante, profesor a contratado
profesor a de, profesor a titular, profesor asociado, profesor ayudante, profesor contratado, profesor de
profesor titular, profesora asociada, profesora ayudante, profesora de, profesora titular, professeur contractuel
professeur d, professeur de, professeur des ecoles, professeure, professor, professor a adjunto, professor a auxiliar
professor a de, professor adjunto, professor associado, professor auxiliar, professor contratado, professor de
professora adjunta, professora associada, professora auxiliar, professora de, programa de trainee*, programador*
programadora, programmer, programmierer*, project manager, projektassistenz, projektleit*, projektmanager*
proofreader, protesico*, prothesiste*, prufer*, psicologa clinica, psychologe, psychologin, psychologist, qa
quantity surveyor, quimic*, radiograph*, react native, realisateur*, realizador*, rececao, rececionist*, recepcao
recepcion, recepcionista, receptionist, receptionniste, rechnungswesen, recruiter, redacteu*, redacteur, redactor*
redactrice, redakteur*, redaktion, redator*, referendar*, referent*, regulatory affairs, reinigungskraft
relaciones publicas, repartidor*, repositor*, representative, researcher, responsable, responsable de
responsable paie, restaurantfach*, restaurator*, revisor*, rezeptionist*, risk modeller, roofer, sachbearbeit*
sachbearbeiter*, sales, sales assistant, sales rep, schlosser*, school secretary, schreiner*, schulbegleit*
schweisser*, scientist, scrum coach, scrum master, seamstress, second de cuisine, secretaire, secretari*
segunda de cocina, segundo de cocina, seguranca post, sekretar*, senior, serralheir*, serveur, serveuse
shop assistant, signaller, social worker post, softwareentwickler*, softwareentwicklung, soldador, soldador*
sommelier, soudeur, sound engineer, sous chef, sozialarbeiter*, sozialpadagog*, specialist, speech therapist
speechwriter, sports coach, sre, stadtplan*, staff engineer, staff reporter, stagiaire, stagista, staplerfahrer*
statiker*, stationsleit*, statistician, statisticien*, statistiker*, steuerfach*, steward, steward*, store manager
strategist, stylist, supervisor, supervisor*, support worker, surveillant*, surveyor, surveyor*, sviluppator*
systemadmin*, tagesmutter post, tailor, talhante, teacher, teacher of, teaching assistant, team lead, teamassistenz
teamleit*, tech lead, technician, technicien*, techniker*, tecnica, tecnica de, tecnica de radiologia, tecnico
tecnico de, tecnico de radiologia, tecnico de som, tecnologo, teleconseill*, teleoperador*, tesorer*, tesoureir*
tester, texter*, therapist, tischler*, tischlerin, tontechnik*, topograf*, tornero, tour guide, tourneur*, toxicolog*
trabajador* social, trader, traduct*, traductor*, tradutor*, train conductor, train driver, trainee, trainee reporter
trainee*, traineeprogramm*, trainer, translator, travel agent post, treasurer, tresorier*, tutor post, ubersetzer*, ui
underwriter, upholsterer, urbaniste*, ux, valet, valuer, vendedor*, vendeu*, vendeur, vendeuse, veranstaltungskauf*
verkaufer*, verkoper, vermessung*, verpleegkundige, versicherungskauf*, vertrieb, vertriebsassistenz
vertriebsinnendienst, vertriebsleit*, vertriebsmitarbeiter*, vet nurse, veterinarian, video editor, vigilante
visual merchandiser, volkswirt*, volontariat, vorstandsassistenz, vp, w m d, waiter, waitress, warehouse operative
welder, werkstudent*, wissenschaftler*, wissenschaftliche*, working student, writer, year 6 teacher, zahnarzthelf*
zahntechnik*, zerspanungs*, zugbegleit*
"""
# An employee applies within her own house.
INTERNAL = """
applied internally, candidatura interna, candidature interne, concours interne, entretien interne, innerbetrieblich*
intern beworben, internal application, internal hiring, internal interview, internal job, internal mobility
internal move, internal opening, internal position, internal posting, internal role, internal transfer
internal vacancy, interne ausschreibung, interne bewerbung, interne position, interne stelle
interne stellenausschreibung, internen bewerbung, interner wechsel, internes vorstellungsgesprach, mobilidade interna
mobilite interne, movilidad interna, poste en interne, poste interne, proceso interno, processo interno
promocion interna, puesto interno, recrutamento interno, vacante interna, vaga interna, your internal
"""
# Alone they say nothing; where somebody is called about them, they do, and a note with one is read on.
WORK = """
angebot, empleo, emprego, essai, job, oferta, offer, offre, pelo emprego, pelo trabalho, por el empleo, por el trabajo
pour l emploi, pour le boulot, pour le job, proposta, propuesta, sobre el trabajo, sobre o emprego, trial, vorstellung
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
    "work": WORK,
}
