"""What other trades say with the same words: surgeries screen, films are screened, boilers have entretiens.

A phrase is a list of words; a word ending in * matches every word that begins so. Accents and case are folded away;
sorted, since sorted tables are put together fastest.
"""

from __future__ import annotations

# Offices, doctors, schools, housing, and everything that is called Entretien because it is maintained.
OFFICE = """
abogado, abonnement, academia, account opening, actualisation, adjustment of status, administrador de fincas, admision
admission, admission*, admissions interview, adocao, adopcion, adoption, adoucisseur, advogad*, affitto, agence emploi
agence immobiliere, agentur fur arbeit, aima, alquiler, aluguel, alumni interview, ambasciata, ambassade, anaesthe*
analisis, anamnese*, anasthesie*, anestesia, anesthe*, anesthesiste, anwalt, apartamento, apartment, apec, appart
appartement, arbeitsagentur, arbeitsamt, arraigo, arrendador*, arrendamento, arzt, arztgesprach, ascenseur
aseguradora, asistenta social, assemblee generale, assembleia geral, assimilation, assistante maternelle
assistante sociale, assistente social, assurance, assurance auto, asylum, au pair, aufklarungsgesprach*
aufnahmegesprach*, aula, auslanderamt, auslanderbehorde, autorizacao de residencia, avocat, ayuntamiento, baba
baby sitter, babysitter, bailleur, bankgesprach, banquier, banquiere, baufinanzierung, beca, behorde, bei der bank
benefits, benefits interview, beratungsgesprach, besichtigung, blood donor, blood test, board interview
board of trustees, boiler, bolsa, border, botschaft, bourse, broker, burgeramt, caf, camara municipal, camping car
canguro, cardiolog*, carsat, cartao de residencia, cartao residencia, cartorio, case worker, casera, casero*, caseros
caseworker, cat, centro de emprego, chaudiere, chaudieres, chauffage, chauffe, chauffe eau, check up, checkup
cheminee, choir, chor, church, cidadania, cita medica, cita previa, citizenship, citizenship test, claims adjuster
clase, class, cleaner, clim, climatisation, climatiseur, clinic, clinica, clinique, co op board, co op interview
colega* de casa, colegio, college, college interview, coloc, colocation, comisaria, companer* de piso
comunidad de vecinos, condo, condo board, condominio, conseil d administration, conseil de classe, conseiller emploi
conseillere, conselho tutelar, conservatoria, consulado, consulat, consulate, consulta, consulta medica, consultation
coop board, copro, counsell*, courroie, cours, course, court date, court hearing, cpam, cpcj, cras, creche, credit
credit check, credito, credito habitacao, crossing, crous, curso, custody, customs, darlehen, date with, dating
daycare, debarras, declaracion, del banco, dental, dentist, dentista, dentiste, dermato, dermatolog*, despachante
detran, diagnostikgesprach, diretora de turma, divorce, do banco, doctor, dog, doula, driving lesson, driving test
ecole, eigentumerversammlung, einburgerung*, einschulung*, el banco, elternabend, elterngesprach*, elternsprechtag
embaixada, embajada, embassy, emprestimo, energieberatung, entretien auto, entretien conseiller
entretien d orientation, entretien de situation, entretien de suivi, entretien diagnostic, ernahrungsberatung
erstgesprach therapie, escola, escuela, espaces verts, estate agent, estate planning, exam, exame, exames, extincteur
extranjeria, facharzt, faculdade, fahrschule, familienkasse, financas, financial advis*, financing, finanzberatung
finanzierung, fisio*, flat, flat interview, flat share, flat viewing, flatmate*, flatshare, foster, france travail
freins, gemeente, gerente do banco, gericht, gestor fiscal, global entry, gouttiere*, gp, grad school, green card
guarderia, gutachter*, gynaecolog*, gynecolog*, habitacion, hacienda, haies, hausarzt, haushaltshilfe, hausverwaltung
headmaster, headteacher, hebamme, heilpraktik*, hipoteca, hochzeit*, home study, home survey, hopital, hort, hospital
hospital appointment, hospiteer*, hospiteren, house share, house viewing, housemate*, housing association, huurwoning
hypothek, iefp, imigracao, immigration, immigration interview, immobilienbesichtigung, imobiliaria, impfung, impots
in banca, inem, infantario, infirmiere, inmobiliaria, inquilin*, inscription, inscription ecole, inss, instituto tutor
insurance claim, intake appointment, intake session, integrationsamt, interview notice, interview with principal
jardin, jefa de estudios, job centre, jobcenter, jobcentre, jugendamt, junta directiva, junta medica, jury duty
jury service, juzgado, kennenlernen kita, kieferorthopad*, kinderarzt, kindergarten, kindergarten*, kinderwunsch, kine
kita, kita gesprach, klassenleit*, klinik, konsulat, krankenhaus, kredit, kreditgesprach, krippe, kurs, la banque
landlord, lawyer, lecture, lehrer*, lesson, letting, loan, locataire, logement, lycee, ma banque, machine a laver
maestra, mairie, maitre, maitresse, makler, matchmak*, maths tutor, matricula, mba, mba interview, mdk, mdph
med school, medecin, mediacion, mediateur, mediation, medica, medical, medico, menage, mi gestor, midwife, mieter*
mietergesprach*, mietinteressent*, mission locale, mitgliederversammlung, mortgage, moto, mpu, my tutor, nachhilfe
nacionalidad, nacionalidade, nanny, narkose, naturalisation, naturalisation interview, naturalization
naturalization interview, nie, ninera, no banco, notaire, notaires, notar, notario, notary, nounou, nurse appointment
nursery, nutrition*, oficina de empleo, ofii, ofpra, oncolog*, op vorgesprach, open account, optician, oral exam
orientadora, orthodont*, orthophoniste, ortodoncista, padres, padrinho, paediatric*, pais, parent teacher, parents
parents evening, parents professeurs, parents profs, paro, parole, pasaporte, passaporte, passport, pediatra, pediatre
pediatric*, pelouse, pension, pericia, peritaje, perito, permiso de residencia, personal trainer, pflegeberatung
pflegegeld, pflegegrad, phd application, physio*, piscine, piso, plaquettes, plombier, plumber, pneus, poele
pole emploi, police interview, policia, polizei, pompe a chaleur, portail, praxis, pre anesthesique, pre op
pre operatori*, preanesthesique, prefecture, prefet, preoperatori*, prestamo, pret, prof, profesor*, professeur
professor*, professora, proprietaire, proprietaires, proprio, psicolog*, psy, psycholog*, putzhilfe, quarto, questura
radio, radiolog*, ramonage, rdv medecin, rdv notaire, referente sociale, registo civil, registro civil
relocation call, renovacao cartao, rental, rentenberatung, rentenversicherung, republica, residence permit
reuniao de pais, reuniao escola, reunion de padres, reunion parents, revision voiture, room viewing, roommate*, rsa
sage femme, scheidung, scholarship, scholarship interview, school, school tour, schule, schulgesprach*, scooter
scuola, sef, seguranca social, seguro, seguro medico, senhori*, senhorio, sepe, servicios sociales, social security
social services, social worker, solicitor, soutien scolaire, standesamt, steuerberat*, steuererklarung, steuergesprach
stipendium*, studienberatung, surgery, syndic, taufe, taufgesprach, tauschule, tax appointment, tax office
teacher meeting, tenant*, terapia, testament, therapie*, therapiegesprach, therapist, therapy, titre de sejour
toiture, toiture terrasse, tondeuse, trabajadora social, tracteur, traugesprach, trial class, trial lesson, tribunal
trottinette, trustee, tutelle, tutor de, tutora, tutoria, tutoring, unemployment, universal credit, universidad
university interview, unterricht, uscis, vaccin, vaccine, vacina, vacuna, vae, vecin*, vehicule, velo, verein
vermieter, vermogensberatung, versicherung, vestibular, vet, vidange, viewing, visa, visado, visite appart
visite appartement, visto, visum, visumsinterview, viva, vmc, voiture, volunteer interview, volunteer*
vorgesprach narkose, vorsorge*, vorstandswahl, wedding, wedding planner, wg, wg besichtigung, wg casting, wg gesprach
witness, wohnberatung, wohngemeinschaft, wohnungsbesichtigung, zahnarzt, zulassung*
"""
_MEDICINE = """
adhd, alergia, allergies, allergy, analises, analitica, antenatal, autism, ayunas, bilan sanguin, biopsy, blood test
blood tests, blutabnahme, breast, cancer screening, cartao de utente, carte vitale, cervical, checkup, chemo
chemotherapy, colonoscopy, darmkrebs*, dental check, dermatologo, diabetic, echographie, ecografia, em jejum
en ayunas, endoscopy, eye screening, eye test, familientherapie, fasting, fertility, gesundheitskarte, hautkrebs*
health assessment, health check, health screening, hearing aid, hearing assessment, hearing screening, hearing test
hebamme, historia clinica, historial clinico, impftermin, insurance card, kinderwunsch, krankenkasse, krebsvorsorge
mammogra*, mri, neuropsych*, newborn screening, nhs, nuchtern, operatoire, ordonnance, osteopathe, paartherapie
pflegegrad, pflegeheim, physiotherap*, premiere consultation, premiere seance, preoperatoire, preoperatori*
prescription, prick test, primeira sessao, primera sesion, prise de sang, psychological assessment, psychologue
psychotherap*, rastreio*, receta medica, referral letter, scan results, screening appointment, screening office
screening results, screening unit, sintomas, skin prick, skin screening, sleep study, symptome, symptoms
tarjeta sanitaria, therapieplatz, therapy, u7, u8, u9, uberweisung, ultraschall, ultrasound, untersuchung, vaccin
vaccination, vacina, vacuna, vacunas, verhaltenstherapie, versichertenkarte, vorsorgeuntersuchung, x ray, your gp
"""
_STAGE_AND_SPORT = """
advance screening, ajedrez, alto, amateur, audition, auditions, backstage, ballet, boda, boulderhalle, boxing
brautkleid, canas, cantar, casting, casting show, catequese, chanter, chess, choir, choir solo, choral, chorale
chorprobe, conservatoire, conservatorio, contralto, coral, coro, cricket, crossfit, danca, dance, danse, danza, darts
doors 19, doors 7, drama club, dreh, drehtag, echecs, elecciones, elections, eleicoes, entrenamiento, escalada
escalade, film, film screening, fitness, fitnessstudio, flote, football trial*, game night, gesprachskreis, gimnasio
ginasio, gitarre, golf, guitar, gym trial, halbmarathon, hockey, ioga, jogging, judo, kammerchor, karaoke, karate
klavier, klavierstunde, kletterhalle, laufrunde, league, legislatives, marathon, monolog, monologue, movie screening
municipales, musculacao, natacao, natation, netball, novia, open mic, orchester, orchestra, orquest*, padel, piano
pilates, players, poker, popcorn, premiere screening, presidentielle, private screening, probetraining, quiz
robe de mariee, rowing, rugby, salle de sport, schach, schnupperkurs, schnupperstunde, school play, schwimmkurs
screening room, shooting, singing, soprano, spielerunde, spinning, squash, stunt, sub 16, sub 18, swim team
talent show, tennis, theater 19, theater 20, theatergruppe, theaterprobe, theatre group, torneio, torneo, tournament
tournoi, turnier, u12, u14, u16, vestido, vinhos, violin, vorsingen, wedding dress, wine, xadrez, yoga, yogastudio
zumba
"""
_UPKEEP = """
alarme, amortisseurs, boiler service, carnet d entretien, chauffe eau, climatiseur, contrat d entretien
controle des fumees, controle technique, courroie, cuve, detartrage, elagage, entretien annuel pac
entretien periodique, extincteurs, filtre, fosse septique, freins, garage, gouttieres, granules, imprimante, jardinier
kilometrage, km, le technicien, photocopieur, piscine, pneus, poele, pompe, poste de clim, ramonage, robot tondeuse
tableau electrique, toiture, tondeuse, un technicien passe, vehicule, velo, vidange, visite d entretien
"""
_HOME = """
allotment, arrendar, au pair, babysitter, baptism, before you adopt, befriend*, benevol*, besichtigungstermin
biometrics, breeder, cachorro, casera, chien, chiot, colocataire*, demenagement, ehrenamt*, fiador, flatmate, form n
funeral, garant, gato, godparent, gutachter, gym membership, home check, house swap, housemate, landlord
letting agent, maklertermin, mietvertrag, mietwohnung, mitbewohner*, mudancas, mudanza, nanny, parish, payslips, perro
pfarramt, piso compartido, senhoria, sinistre, sitter, sitter job, swap partner, tenancy, umzug, voluntari*
volunteering, volunteers, welpen, wohnprojekt, zuchter*
"""
_MONEY = """
account review, altersvorsorge, assurance vie, baufinanzierung, borrow, budgetberatung, clarity call
conseiller bancaire, conseiller banque, conseillere bancaire, conseillere banque, credito habitacao, debt
demarches retraite, deposit, devis gratuit, emprestimo, energieberatung, epargne, expert call, expert network
fiches de paie, financial independence, free call, free consultation, geldanlage, gestor de conta
gratuit et sans engagement, hipoteca, honorarium, ihre finanzen, ihre meinung, ihren fall, immobilienfinanzierung
immobilienkredit, insurance quote, kostenfreies, kostenlose beratung, kostenloses erstgesprach, mortgage
passive income, pension planning, photovoltaik, plan de pensiones, poupanca, prestamo, pret auto, pret immobilier
remortgage, retirement, schulden, seguro de vida, seguro vida, sem compromisso, seu caso, sin compromiso, solaranlage
strategy call, su caso, sua opiniao, suas financas, sus finanzas, tax adviser, tax return, tu opinion
unverbindliche beratung, unverbindliches, vermogensaufbau, versicherungscheck, votre avis, votre epargne, warmepumpe
wealth, you earn, your finances, your money, your opinion, your savings
"""
_SCHOOL = """
a levels, abitur, accelerator, apply for a place, as familias, auswahlgesprach bachelor, auswahlgesprach master
ba fine art, baccalaureat, bachelorstudiengang, bafog, beca, becas, birth certificate, boletin, bolsa de, btec
bulletin scolaire, defense de these, demo day, der klasse, dissertacao, entry to year, erasmus, fellowship interview
foundation course, gcse, grant application, grant interview, head of year, head teacher mrs, hortplatz
how our courses work, hundeschule, ihr kind, ihrem kind, ihres kindes, incubator, kita platz, kitaplatz, klasse 5
las familias, maitresse, master psychologie, masterstudiengang, msc, new class, nos cours commencent, nossos cursos
noten, nuestros cursos, oral du bac, our courses, parcoursup, parent governor, parent interview*, parent teacher
parents interview*, parents panel, progenitores, projeto de mestrado, pta, pupil progress, puppy
residencia universitaria, right class, scholarship*, school council, school place, school report, schulplatz
seu filho, stipend*, studienplatz, study with us, su hija, su hijo, sua filha, undergraduate, unsere kurse
votre enfant, votre fille, votre fils, welpe*, wohnheimplatz, year 7, your child, your daughter, your grant
your place depends, your place on, your son, zeugnisgesprach
"""
_PRESS = """
artikel, auditeurs, autumn issue, customer story, der artikel, documentary, dossier, edicao, edicion, em direto
en directo, episode, erscheint, fachmagazin, fachzeitschrift, fotografia, fotografin, fotografo, freigabe, go on stage
gravamos, historia oral, horer, kundenblog, la photo sera, lecteurs, lectores, leitores, leser, leserinnen, listeners
live on, magazin, magazine, memorias, memories, mic check, next issue, nosso blog, notre blog, nuestro blog
off the record, on air, oral history, our blog, our piece, our story, ouvintes, oyentes, paraitra, parution, piece on
podcast episode, podcast*, pre interview, quotes, readers, recording link, reportage, sendung, sondage, spring issue
summer issue, temoignage client, titelgeschichte, unseren blog, winter issue, yearbook, your blog, zeitschrift, zitat
zitate
"""
_RESEARCH = """
agreeing to take part, anonima, anonimo, anonym, anonyme, anonymous, aufwandsentschadigung, benchmark study, beta test
betatest, bon d achat, cheque cadeau, commuting habits, dedommagement, encuesta, enquete, entretien utilisat*
entrevista com usuari*, entrevista com utilizador*, entrevista con usuari*, focus group, gift card, gutschein, habitos
habitudes, incentive, industry survey, inquerito, kundeninterview, memoire de, new flavour, nutzerinterview*
our study, our survey, pesquisa com, phd thesis, product test, recebera um vale, recibiras, respondents, sociolog*
take part in a study, take part in our, taking part in, tarjeta regalo, taste test, teilnahme an, the study, thesis
umfrage, unsere studie, unserer studie, user interview*, usuaria, utilizador, utilizadora, vai receber um vale
voucher
"""
_TRADING = """
access points, api integration, auditor interview, bidder, bidders, bridge round, candidate profiles
case study approval, charity grants, client onsite, colaboracion comercial, commissioning, conheca nossa plataforma
conozca nuestra plataforma, contratar antes, contratar mais rapido, contratar mas rapido, cubrir sus vacantes
cubrir tus vacantes, customer onsite, decouvrez notre plateforme, dienstleistung, drei profile, embaucher plus vite
externalise, externalisee, externalizacion, factura, facturas, facture, factures, fatura, faturas
fill your open roles, fill your roles, fill your vacancies, for customers, for our customers, funding round
fur unsere kunden, go live, golive, grants panel, hi vis, hire better, hire faster, hires faster, how teams hire
ihre offenen stellen, inbetriebnahme, investor round, invoices, iso 27001, iso 9001, kandidatenvorschlage, kundenkonto
licences, lieferantengesprach, lieferzeiten, lizenzen, logistikpartner, mit passenden kandidaten
mitgliederversammlung, negociacao, negociacion, negociaciones, negociacoes, negociation, negotiation, negotiations
nos tarifs, nossa solucao, notre solution, nuestra solucion, offenen stellen in, onsite workshop, our customers
our proposal, our solution, outsourcing, para nuestros clientes, partnerschaft, passbild, passende kandidaten
perfis para a, pilot project, pour nos clients, pourvoyons vos, precos, preencher as suas vagas, preisverhandlung
presentacion de candidatos, presentation de nos candidats, profile fur sie, publish how you use, quartalszahlen
quarterly figures, rahmenvertrag, rechnung, rechnungen, recruter plus vite, renouvellement du contrat
renovacao do contrato, renovacion del contrato, retail data, roll out, rollout, schneller einstellen, security posture
seed round, series a, series b, stellenanzeigen, subscription, suministro, supply terms, terceirizad*, three profiles
tool landscape, tres perfiles, trois profils, unsere kunden, unsere losung, vendor selection, verhandlungsrunde
vertragsverlangerung, vos postes ouverts, vossas vagas, we place, wie wir firmen, wir vermitteln, your account manager
your contract with us
"""
# Where many listen, nobody is interviewed, however often it is said.
_AUDIENCE = """
alumni careers, alumni panel, arbeitgeber an einem, ask recruiters, attendees, aussteller, career fair, careers panel
exhibitors, exposants, expositores, feira de emprego, feria de empleo, hustings, job fair, jobmesse*, karrieremesse
keynote, live q a with, main hall, main stage, meet the candidate s, meet the candidates, panelist, panelists
panellist, people attend, people will attend, recording follows, recruiter panel, register now, salon de l emploi
speakers, speed interviews, speed recruiting, webinaire*, webinar*, you are registered
"""
# Who teaches how to be interviewed says all the words of those who interview.
_COACHED = """
bewerbungscoaching, career coaching, coaching carriere, coaching session, coaching sessions, cv coaching, dream job
emploi de vos reves, gesprachstraining, interview coaching, interview training, interviewtraining, jeux de role
karrierecoaching, land your, land your next role, mentoria, mock interview*, polish your, practice interview
practise interview, prepara tu entrevista, prepara tu proceso, preparar a tua entrevista, preparar entrevistas
preparar tu entrevista, preparation a l entretien, preparation aux entretiens, preparer tes entretiens
preparer vos entretiens, probeinterview, quiz me, rever o curriculo, run through your answers, seance de coaching
sesion de coaching, simulacao de entrevista, simulation d entretien, six sessions, traumjob, treinar a entrevista
treinar para a entrevista, uben das, uben wir, what would you like to work on, wir uben, you play the boss, your coach
your dream job, your mentor
"""
# Whoever is recorded, or answers for a reward, is asked about herself, but not hired.
_GUEST = """
comme invitee, enregistrement interview, enregistrement podcast, gravacao do podcast, grabacion del podcast
micro casque, nossa convidada, nosso convidado, notre invite, notre invitee, nuestra invitada, nuestro invitado
our guest, podcast aufnahme, podcast recording, recording podcast, unser gast, votre invitee
"""
_REWARDED = """
a gift card, as a thank you, bon d achat, carte cadeau, cheque cadeau, cheque regalo, comment vous gerez
comment vous utilisez, como gere as, como gestionas, gift card, gutschein, nous cherchons a comprendre, tarjeta regalo
vale presente, verstehen wie sie, want to understand how, wir mochten verstehen, wir wollen verstehen
"""
# Who has registered attends, where the title says that many do.
_REGISTERED = """
anmeldung ist bestatigt, inscricao confirmada, inscricao esta confirmada, inscripcion confirmada
inscripcion esta confirmada, inscription est confirmee, you are registered, you have registered, you re registered
your registration
"""
# A course of study, and who decides on the places.
_COURSE = """
bachelor, bts, diplome universitaire, doctorat, grado, licence, licence pro, licenciatura, m1, m2, master, masters
mastere, masterstudiengang, mestrado, msc, studiengang, studium
"""
_ADMISSION = """
admission, admissions, admissao, admision, commission pedagogique, for the course, jury d admission, releve de notes
releves de notes, student life, transcripts, wintersemester, sommersemester, zulassung, zum studium
"""

TRADES = {
    "trade": "".join((_MEDICINE, _STAGE_AND_SPORT, _UPKEEP, _HOME, _MONEY, _SCHOOL, _PRESS, _RESEARCH, _TRADING)),
    "coached": _COACHED,
    "audience": _AUDIENCE,
    "guest": _GUEST,
    "rewarded": _REWARDED,
    "registered": _REGISTERED,
    "course": _COURSE,
    "admission": _ADMISSION,
}
