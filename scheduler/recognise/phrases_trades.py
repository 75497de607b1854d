"""What other trades say with the same words: surgeries screen, films are screened, boilers have entretiens.

A phrase is a list of words; a word ending in * matches every word that begins so. Accents and case are folded away.
"""

from __future__ import annotations

_MEDICINE = """
breast, mammogra*, cervical, diabetic, eye screening, skin screening, hearing screening, cancer screening
health screening, screening appointment, screening unit, screening office, newborn screening, blood test, blood tests
fasting, nhs, x ray, mri, ultrasound, vaccination, health check, health assessment, psychological assessment
neuropsych*, autism, adhd, referral letter, therapy, hautkrebs*, darmkrebs*, krebsvorsorge, uberweisung, krankenkasse
versichertenkarte, gesundheitskarte, nuchtern, blutabnahme, psychotherap*, therapieplatz, operatoire, preoperatoire
carte vitale, ordonnance, premiere seance, premiere consultation, bilan sanguin, psychologue, historia clinica
tarjeta sanitaria, en ayunas, ayunas, primera sesion, historial clinico, em jejum, rastreio*, cartao de utente
primeira sessao, preoperatori*, physiotherap*, hearing test, eye test, dental check, checkup, chemo, chemotherapy
colonoscopy, endoscopy, biopsy, scan results, screening results, paartherapie, familientherapie, verhaltenstherapie
hebamme, kinderwunsch, ultraschall, vorsorgeuntersuchung, u7, u8, u9, impftermin, vacunas, vacuna, alergia, analitica
ecografia, dermatologo, vaccin, prise de sang, echographie, osteopathe, analises, vacina, fertility, antenatal
your gp, insurance card, symptoms, symptome, sintomas, prescription, receta medica
"""
_STAGE_AND_SPORT = """
advance screening, private screening, film screening, movie screening, screening room, film, choir, choral, kammerchor
chorprobe, coro, coral, chorale, orchestra, orchester, orquest*, conservatoire, conservatorio, vorsingen, alto
contralto, soprano, singing, cantar, chanter, tournament, turnier, tournoi, torneo, torneio, league, quiz, golf
boxing, chess, schach, echecs, ajedrez, xadrez, darts, poker, u12, u14, u16, sub 16, sub 18, football trial*
entrenamiento, elections, municipales, canas, vinhos, wine, catequese, karaoke, dance, danse, danza, danca, ballet
spielerunde, laufrunde, gesprachskreis, game night, theatre group, theatergruppe, theaterprobe, amateur, doors 7
doors 19, popcorn, premiere screening, karate, judo, swim team, squad, rugby, cricket, netball, hockey, rowing
theater 19, theater 20, tennis, padel, squash, jogging, marathon, halbmarathon, probetraining, klavier, piano
klavierstunde, flote, gitarre, guitar, violin, open mic, choir solo, talent show, casting show, drama club
school play, boda, novia, vestido, wedding dress, brautkleid, robe de mariee, legislatives, presidentielle, elecciones
eleicoes
"""
_UPKEEP = """
km, kilometrage, vidange, ramonage, vehicule, garage, pneus, velo, alarme, extincteurs, detartrage, filtre
entretien periodique, visite d entretien, contrat d entretien, controle technique, entretien annuel pac, le technicien
un technicien passe, tondeuse, climatiseur, poste de clim, pompe, cuve, fosse septique, photocopieur, imprimante
jardinier, elagage, boiler service, poele, chauffe eau, granules, robot tondeuse, piscine, gouttieres, toiture
tableau electrique, courroie, freins, amortisseurs, carnet d entretien, controle des fumees
"""
_HOME = """
allotment, flatmate, housemate, letting agent, tenancy, payslips, landlord, before you adopt, home check, breeder
zuchter*, welpen, perro, gato, cachorro, chien, chiot, sitter, sitter job, babysitter, nanny, au pair, swap partner
house swap, befriend*, volunteers, volunteering, ehrenamt*, benevol*, voluntari*, piso compartido, mietwohnung
mietvertrag, mitbewohner*, besichtigungstermin, colocataire*, garant, fiador, senhoria, casera, arrendar
gym membership, maklertermin, umzug, demenagement, mudanza, mudancas, godparent, baptism, funeral, parish, pfarramt
"""
_MONEY = """
altersvorsorge, baufinanzierung, immobilienkredit, immobilienfinanzierung, geldanlage, vermogensaufbau
versicherungscheck, retirement, mortgage, remortgage, pension planning, wealth, tax return, tax adviser, photovoltaik
solaranlage, warmepumpe, pret immobilier, pret auto, epargne, assurance vie, fiches de paie, hipoteca, prestamo
plan de pensiones, seguro de vida, seguro vida, credito habitacao, emprestimo, poupanca, gestor de conta
conseiller banque, conseillere banque, conseiller bancaire, conseillere bancaire, demarches retraite, energieberatung
kostenlose beratung, kostenloses erstgesprach, unverbindliche beratung, free consultation, your savings
financial independence, passive income, debt, schulden, budgetberatung, your finances, your money, account review
strategy call, clarity call, free call, kostenfreies, unverbindliches, gratuit et sans engagement, sin compromiso
sem compromisso, insurance quote, devis gratuit
"""
_SCHOOL = """
parent interview*, parents interview*, parent teacher, pupil progress, your child, your son, your daughter, ihr kind
ihrem kind, ihres kindes, votre enfant, votre fils, votre fille, su hijo, su hija, las familias, seu filho, sua filha
as familias, birth certificate, klasse 5, maitresse, studienplatz, your place on, your place depends, ba fine art
progenitores, head teacher mrs, school report, noten, zeugnisgesprach, boletin, bulletin scolaire, parcoursup
foundation course, undergraduate, study with us, dissertacao, projeto de mestrado, puppy, welpe*, hundeschule, year 7
entry to year, head of year, school place, schulplatz, kitaplatz, kita platz, hortplatz, msc, grant interview
grant application, your grant, beca, becas, erasmus, bolsa de, stipend*, bafog, accelerator, demo day, incubator
scholarship*, fellowship interview, oral du bac, abitur, baccalaureat
"""
_PRESS = """
readers, quotes, our piece, piece on, zitate, zitat, freigabe, der artikel, artikel, erscheint, edicion, edicao
dossier, fachmagazin, fachzeitschrift, zeitschrift, magazin, magazine, spring issue, summer issue, autumn issue
winter issue, next issue, our story, la photo sera, fotografia, fotografo, fotografin, en directo, em direto, on air
mic check, recording link, parution, paraitra, lectores, leitores, lecteurs, leser, leserinnen, titelgeschichte
podcast*, documentary, reportage, off the record, live on, episode, listeners, horer, oyentes, ouvintes, auditeurs
kundenblog, customer story, temoignage client, go on stage, sendung, sondage, pre interview, gravamos, memorias
memories, oral history, historia oral, podcast episode, your blog, our blog, unseren blog, notre blog, nuestro blog
nosso blog, yearbook
"""
_RESEARCH = """
voucher, gift card, incentive, taking part in, take part in our, take part in a study, agreeing to take part
our study, the study, our survey, anonymous, anonym, anonyme, anonimo, anonima, user interview*
entrevista com usuari*, entrevista com utilizador*, entrevista con usuari*, entretien utilisat*, nutzerinterview*
usuaria, utilizador, utilizadora, commuting habits, habitos, habitudes, enquete, sociolog*, dedommagement
aufwandsentschadigung, vai receber um vale, recebera um vale, recibiras, teilnahme an, unsere studie, unserer studie
umfrage, encuesta, inquerito, pesquisa com, thesis, phd thesis, memoire de, product test, taste test, new flavour
gutschein, bon d achat, cheque cadeau, tarjeta regalo, focus group, kundeninterview, beta test, betatest
industry survey, benchmark study, respondents
"""
_TRADING = """
negotiation, negotiations, negociacion, negociaciones, negociation, negociacao, negociacoes, verhandlungsrunde
preisverhandlung, suministro, lieferzeiten, supply terms, go live, golive, rollout, roll out, hi vis, commissioning
inbetriebnahme, outsourcing, externalizacion, externalise, externalisee, terceirizad*, dienstleistung, stellenanzeigen
hire faster, hires faster, hire better, contratar mas rapido, contratar antes, contratar mais rapido
embaucher plus vite, recruter plus vite, schneller einstellen, our proposal, your account manager, kundenkonto
publish how you use, how teams hire, pilot project, client onsite, customer onsite, onsite workshop, investor round
funding round, seed round, series a, series b, bridge round, logistikpartner, lieferantengesprach, nos tarifs, precos
our customers, unsere kunden, your contract with us, licences, lizenzen, rahmenvertrag, subscription, iso 9001
iso 27001, auditor interview, access points, vendor selection, bidders, bidder, tool landscape, our solution
unsere losung, notre solution, nuestra solucion, nossa solucao, security posture, api integration, three profiles
drei profile, trois profils, tres perfiles, perfis para a, candidate profiles, kandidatenvorschlage, profile fur sie
presentacion de candidatos, presentation de nos candidats, we place, wir vermitteln, wie wir firmen, partnerschaft
colaboracion comercial, retail data, case study approval
"""
# Where many listen, nobody is interviewed, however often it is said.
_AUDIENCE = """
you are registered, people will attend, people attend, recording follows, register now, speakers, main stage, attendees
panelist, panellist, panelists, main hall, keynote, exhibitors, aussteller, exposants, expositores, arbeitgeber an einem
speed interviews, jobmesse*, ask recruiters, speed recruiting, live q a with, recruiter panel, career fair, job fair
salon de l emploi, feria de empleo, feira de emprego, karrieremesse, webinar*, webinaire*
"""
# Who teaches how to be interviewed says all the words of those who interview.
_COACHED = """
interview coaching, interview training, coaching session, coaching sessions, career coaching, cv coaching, wir uben
uben das, uben wir, gesprachstraining, interviewtraining, preparation aux entretiens, preparation a l entretien
preparer vos entretiens, preparer tes entretiens, jeux de role, simulation d entretien, prepara tu entrevista
prepara tu proceso, preparar tu entrevista, preparar entrevistas, mentoria, sesion de coaching, treinar a entrevista
treinar para a entrevista, rever o curriculo, preparar a tua entrevista, simulacao de entrevista, mock interview*
bewerbungscoaching, karrierecoaching, what would you like to work on, quiz me, you play the boss, practice interview
practise interview, probeinterview, coaching carriere, seance de coaching, your coach
"""

TRADES = {
    "trade": "".join((_MEDICINE, _STAGE_AND_SPORT, _UPKEEP, _HOME, _MONEY, _SCHOOL, _PRESS, _RESEARCH, _TRADING)),
    "coached": _COACHED,
    "audience": _AUDIENCE,
}
