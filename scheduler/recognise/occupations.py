"""Further nouns that head the name of a position; unlike those of `phrases_for` they weigh nothing, they only name.

Written as there; read once an event has been taken for an interview.
"""

from __future__ import annotations

_ENGLISH = """
actor, adjudicator, adjuster, aesthetician, aide, anaesthetist, apprenticeship, arborist, artist, artworker, au pair
auctioneer, bailiff, bar back, bar staff, barback, barber, bdr, beautician, bid writer, biomedic*, biostatistician
biz ops, boilermaker, bosun, broker, builder, buying assistant, cabin crew, cabinetmaker, care worker, caseworker
caterer, chairmaker, chaplain, chargehand, chief financial, childminder, chiropodist, chiropractor, choreographer
cleaner, clinical educator, clinical lead, clinician, co ordinator, coach driver, coder, commis, composer, conservator
constable, content creator, contractor, coroner, councillor, counsellor, counselor, courier, crane operator, crew
crew member, crna, csm, curatorship, data scientist, deckhand, decorator, demonstrator, demonstratorship, dentist
detective, devrel, dietician, doula, drafter, draftsman, draughtsman, dressmaker, educator, engraver, enroller, envoy
escort, fabricator, farm hand, farmer, farrier, fellowship, finisher, first hire, fisherman, fishmonger, fitter, fixer
flight attendant, foreperson, founding engineer, framer, fundraiser, furrier, gaffer, gamekeeper, gardener, gasfitter
general counsel, geneticist, geochemist, glassblower, graduate trainee, greenkeeper, groom, groomer, ground staff
groundskeeper, groundsman, groundworker, group pm, guard, gunsmith, hairdresser, handyman, harbourmaster, hca
head chef, head coach, head de, head gardener, headmaster, headmistress, headteacher, healthcare worker, helper
hgv driver, horticulturist, hostess, hostler, hotelier, imam, immunologist, incident responder, invigilator
ironworker, janitor, jeweller, journeyman, junior pm, keeper, kennel hand, keyholder, kitchen staff, lab tech
laboratory technician, labourer, landscaper, lawyer, lead pm, leader, lectureship, legal counsel, lexicographer
librarianship, lifeguard, lineman, linguist, locksmith, lollipop man, loss adjuster, luthier, maintainer
management trainee, marshal, masseur, masseuse, mathematician, mediator, medic, microbiologist, midwife, milliner
model maker, modelmaker, musician, mycologist, nanny, naturalist, navigator, negotiator, neurologist, newsreader
notary, nurse educator, nursery nurse, nursery practitioner, nutritionist, obstetrician, ombudsman, operative
optician, orderly, organiser, organist, organizer, orthodontist, osteopath, packer, painter, park ranger, pathologist
patternmaker, pediatrician, people ops, perfumer, perfusionist, phd student, photographer, physician, physio
physiologist, physiotherapist, picker, picker packer, pipefitter, plumber, podiatrist, policymaker, postdoctoral*
postman, postperson, postwoman, practitioner, preparator, press secretary, principal pm, prison officer
private secretary, procurator, product lead, product ops, professorship, prompter, prosecutor, prosthetist, provost
psychiatrist, psychotherapist, publicist, purchaser, ranger, reader in, readership, rector, registrar, rep
research fellow, residency, restorer, revenue ops, rgn, rider, rigger, rmn, roaster, saddler, sailor, sales associate
sales lead, salesperson, scaffolder, scholar, schoolteacher, screenwriter, sculptor, sdet, sdr, seamster
seasonal worker, secretary, secretaryship, security guard, senior pm, set designer, shepherd, shift lead, shipwright
shopfitter, silversmith, skipper, sociologist, solicitor, sonographer, sorter, spokesperson, stablehand, staff nurse
staff pm, stage manager, stocker, stonemason, storekeeper, storeman, stringer, superintendent, surgeon, swe
swim coach, tattooist, tax adviser, taxidermist, team leader, team member, teamster, technical pm, technologist
teller, thatcher, tiler, toolmaker, town clerk, town planner, tpm, tradesman, trapper, tutor, undertaker, usher, vicar
videographer, vintner, vocalist, waiting staff, warden, warehouse hand, warehouse worker, warehouseman, watchmaker
weaver, web master, webmaster, welfare officer, wheelwright, winemaker, woodworker, worker, yard hand, zookeeper
zoologist
"""
_GERMAN = """
abteilungsassistenz, amtsleit*, anlagenmechanik*, anwalt*, arzt, arzthelfer*, arztin, aufseher*, ausbilder*
ausbildungsplatz, aushilf*, autor, autorin, bachelorand*, bademeister*, baggerfahrer*, bauingenieur*, bautechnik*
beamt*, beauftragte, beauftragter, bestatter*, betreuungskraft, betriebsleit*, bezirksleit*, blumenbinder*, bootsbauer*
brauer*, buchbinder*, buchhandler*, bufdi, burokraft, butler, chefarzt*, chefkoch*, chemielaborant*, chirurg*
codierfachkraft, datenanalyst*, dekorateur*, diatassistent*, dienstleit*, dirigent*, dolmetscher*, dramaturg*
drechsler*, duale studentin, dualer student, duales studium, einkaufsleit*, einrichtungsleit*, einzelhandelskauf*
elektrik*, empfangsmitarbeit*, ergotherap*, ernahrungsberat*, erntehelfer*, fachangestellt*, fachanwalt*, facharbeit*
facharzt*, fachberat*, fachlagerist*, fachlehrer*, fachleit*, fachplan*, fachreferent*, fachverkauf*, fachwirt*
familienhelfer*, feinmechanik*, fertigungsleit*, feuerwehrfrau, feuerwehrmann, finanzbeamt*, fischwirt*, fleischer*
flugbegleit*, fluglots*, forsterin, forstwirt*, fotograf*, freiwilligendienst, friseur*, fsj, gebaudereinig*
geburtshelf*, geigenbauer*, gemeindepadagog*, gerontolog*, geschaftsstellenleit*, geselle, gesellin
gesundheits und krankenpfleg*, glaserin, gleichstellungsbeauftragt*, goldschmied*, hafenmeister*, hallenmeister*
handelsvertret*, handwerker*, hauswirtschafter*, hebamme, heilpraktik*, hilfskraft, hochbautechnik*, hospitant*
hundefuhrer*, imker*, immobilienkauf*, informationselektronik*, intendant*, internist*, isolierer*, journalist*
justiziar*, kapitan*, karosseriebauer*, kassenwart, kassier*, kaufmannische, kfz mechatroniker*, kitaleit*, klempner*
kollegiat*, konditor*, konstrukteur*, kosmetikerin, kranfuhrer*, kreativdirektor*, kuchenchef*, kuchenkraft
kuchenleitung, kundenbetreu*, kunstler, kunstlerin, kurator*, kurierfahrer*, kuster*, laborleit*, lackierer*
lagerarbeit*, lagerhelf*, lagerleit*, lagermitarbeit*, landschaftsgartner*, landwirt*, lehramtsanwart*, lehrer
lehrerin, lehrling, lehrstelle, lehrstuhl, leiharbeit*, leitstellendispon*, logistiker*, makler*, marktleit*
maschinist*, maskenbildner*, masseur*, mediengestalt*, medizinproduktberat*, medizintechnik*, melker*, metallbauer*
migrationsberat*, modellbauer*, museumspadagog*, musiker*, nachhilfelehrer*, notar, notarin, notfallsanitat*
ofenbauer*, okonom*, okotropholog*, organist*, orgelbauer*, orthopad*, padagog*, parkettleger*, pathologe, pathologin
personalleit*, personalreferent*, pfarrer*, pflegedienstleit*, pflegekraft, pflegeleit*, pharmareferent*
physiklaborant*, physiotherap*, podolog*, polier*, politolog*, polizist*, postbot*, praxisanleit*, praxisleit*
praxismanag*, produktionshelf*, produktionsleit*, produktionsmitarbeit*, professur, profiler*, programmleit*
prokurist*, promovend*, psychotherap*, qualitatsleit*, qualitatsprufer*, quartiersmanag*, raumausstatt*, rechtsanwalt*
rechtspfleg*, redenschreib*, regisseur*, reiniger*, reiseleit*, reiseverkehrskauf*, rettungsassistent*
rettungssanitat*, revierleit*, sanitater*, sattler*, schadlingsbekampf*, schauspieler*, schichtleit*, schneiderin
schornsteinfeger*, schriftsetz*, schulleit*, seelsorg*, segelmach*, servicekraft, servicetechnik*, sicherheitskraft
sonderpadagog*, souffleu*, soziolog*, speditionskauf*, sportlehrer*, sporttherap*, stadtfuhrer*, standesbeamt*
steinmetz*, steuerberat*, streetworker*, stuckateur*, studentische hilfskraft, systemintegr*, tagesmutter, tanzlehrer*
taxifahrer*, teamassistent*, technische leitung, tierarzt*, tierpfleg*, toningenieur*, trauerredner*, uhrmacher*
unfallchirurg*, vergolder*, verlagskauf*, verwalter*, verwaltungsangestellt*, verwaltungsfach*, verwaltungswirt*
volontar, volontarin, vorarbeit*, wachmann, waldarbeit*, webentwickl*, weinkuf*, werbekauf*, werkleit*, werkstattleit*
werkzeugmach*, winzer*, wirtschaftspruf*, wohnbereichsleit*, wohngruppenleit*, zahnarzt*
zahnmedizinische fachangestellte, zeichner*, zimmerer*, zimmermadchen, zimmermann, zoolog*, zugfuhrer*, zusteller*
"""
_FRENCH = """
accompagnant, accompagnante, accordeur*, accueillant*, aesh, affuteu*, agenceu*, agent d etat civil, agente
agriculteur*, agricultrice, aide comptable, aide cuisin*, aide monteur*, aiguilleur*, alternance, ambulanci*, amenageu*
animateu*, apiculteur*, apprenti, apprentie, apprentissage, aromaticien*, artisan*, assistanat, assureur*, atsem
auditeu*, autrice, avocat*, bagagiste, barmaid, barman, batelier*, bijoutier*, biochimiste, brasseur*
brocanteur*, bucheron*, cableu*, cadreu*, capitaine, carrossier*, cartographe, chapelier*, charcutier*
charge d accueil, chargee d accueil, charpentier*, chasseur de tetes, chaudronnier*, chauffagiste, chef d equipe
chef de partie, chef de rayon, cheffe d equipe, chirurgien*, chocolatier*, choregraphe, coffreur*, coiffeu*
collaborateur, collaboratrice, coloriste, comedien*, commissaire, conservateur, conservatrice, conteur*, contremaitre*
coordo*, cordiste, cordonnier*, correcteur*, correctrice, courtier*, crepier*, cristallier*, croupier*, cuisiniste
debardeur*, decorateur, decoratrice, decoupeu*, delegue, deleguee, demenageur*, demonstrateur, demonstratrice, dentiste
depanneur*, dermatologue, designeu*, dieteticien*, docker, doctorant*, doreur*, douanier*, ebeniste, eclairagiste
econome, ecrivain*, educateu*, elagueur*, eleveu*, embaumeur*, encadrant*, encadreu*, entraineu*, equipier*, ergonome
estheticien*, etancheur*, etancheuse, expert comptable, facadier*, facteur d, facteur d orgues, factrice, ferronnier*
forgeron*, formateu*, fossoyeur*, fromager*, game artist, garde champetre, garde forestier*, gardien*, geographe
gerant*, glacier*, graveur*, greffier*, grutier*, guichetier*, guide conferencier*, guide touristique, historien*
homme de menage, horloger*, horticult*, hote d accueil, hote de caisse, hotelier*, hotesse d accueil, imprimeur
infographiste, informaticien*, installatrice, instituteur*, institutrice, interprete, jardinier*, joaillier*, juge
laveur*, lecteur correct*, linguiste, livreu*, luthier*, magistrat*, maitre d hotel, maitre de chai, maitre nageur*
manutention*, maquettiste, maquilleu*, maraicher*, marbrier*, mareyeur*, maroquinier*, masseu*, mathematicien*
medecin*, mediateur, mediatheca*, mediatrice, metallier*, metreur*, metteur en scene, miroitier*, modeliste, monteu*
mouleur*, moulist*, musicien*, mytilicult*, negociateur, negociatrice, notaire, nourrice, nutritionniste, oenologue
officier, officiere, ordonnanceur*, orfevre, orthophoniste, orthoptiste, osteopathe, ostreicult*, palefrenier*
parfumeur*, parqueteur*, paysan*, pecheur*, peintre, photographe, pilote, pizzaiolo, plaquiste, plasturg*, platrier*
plombier*, poissonnier*, pompier*, postier*, potier*, preleveur*, preparateu*, prepose, preposee, presentatrice
procureur*, prof de, professorat, programmatrice, proviseur*, psychiatre, psychomotric*, puericult*, qualiticien*
radiologue, ramoneur*, rayonniste, realisatrice, receptionnist*, recruteu*, redactrice en chef, regisseuse, relieur*
reparateur, repetiteur*, restaurateur*, restauratrice, reviseur*, rotativiste, sableur*, sage femme, saisonnier
saisonniere, saucier*, scenariste, scenographe, sculpteur*, secouriste, sellier*, serrurier*, service civique, soigneu*
soudeu*, staffeur*, stage assistant*, stage de fin d, stage en, standardiste, styliste, tailleur*, tapissier*
technico commercial*, teinturier*, telepro*, terrassier*, topographe, torrefacteur, tuyauteur*, urgentiste, usineur*
vacataire, vannier*, vendangeu*, verrier*, veterinaire, vigneron*, viticult*, vitrailliste, volailler*, web designer*
zingueur*
"""
_SPANISH = """
abogad*, acompanante, actriz, adiestrador*, adjunta, adjunto, agricultora, ajustador*, alfarer*, alicatador*
almacener*, animadora, apicultor*, arbitro, archiver*, arqueolog*, artista, ascensorista, asistente, auxiliar de vuelo
ayte, ayudante, ayudante de, azafat*, bailarin*, barrender*, bibliotecolog*, bioquimic*, bombera, bombero, bordador*
bracero, buzo, calderer*, cantante, cantero, capataz, capitan*, cardiolog*, cartograf*, catador*, catedratic*
cerrajer*, chapista, charcuter*, chofer, choferes, cirujan*, cobrador*, coctelero, confitera, confitero, corrector*
corredor* de seguros, costurer*, cristaler*, cuidador*, curtidor*, dentista, deportolog*, dermatolog*, dietist*
doblador*, doctorand*, ebanista, economa, electromecanic*, empleada de, empleado de, encofrador*, enolog*, ensamblador*
entrenador*, escaparatista, escayolista, escritor*, escultor*, esteticista, estibador*, etnolog*, expendedor*
farmacolog*, ferrallista, filolog*, fisica medica, fisico, fisio, fisiotera*, fregador*, fresador*, ganadera, ganadero
geograf*, gestor, gestora, gobernant*, gruista, guardabosques, guia de, guia de montana, guia de museo, guia turistic*
guionista, heladero, herrador*, herrer*, hosteler*, ilustrador*, impresor*, institutriz, interiorista, jardiner*
jornaler*, joyer*, juez, jueza, kinesiolog*, laboratorista, lavander*, lechero, letrad*, librera, librero
limpiacristales, linguista, logoped*, maestr*, magistrad*, maitre, maquetador*, maquilador*, maquillador*, maquinista
marinera, marinero, marmolista, matarife, matematico, mayordomo, mecanic*, mediador*, medica de, medico de
mercaderista, mesera, mesero, microbiolog*, minero, moderador*, mozo, mudancer*, musico, neurolog*, ninera
nutricionista, obrer*, odontolog*, oficial de, oficial de primera, oficial de segunda, oficiala, opositor*, orfebre
orientador*, parquetista, pastor, patronista, peluquer*, peon, peona, peones, perforador*, perforista, periodista
perita, perito, pescader*, pescador*, pianista, pizarrer*, pizzero, planchador*, planificador*, plataformista
plegador*, podador*, portavoz, portera, portero, preparador*, presentador*, procurador*, profesor*, promotor*
proyectista, psicolog*, psicopedagog*, psiquiatra, publicista, puericultor*, pulidor*, quiropractic*, radiolog*
reponedor*, repostera, repostero, restaurador*, sastre, serigraf*, sexador*, sociolog*, socorrista, solador*, sonidista
subdirector*, subinspector*, tapicer*, taquiller*, tasador*, taxista, terapeuta, torneador*, tractorista, tramitador*
tramoyista, traumatolog*, tripulante, tutor*, urbanist*, vaquero, veterinari*, vidrier*, vigilant*, viticultor*
voceador*, yesera, yesero, zapater*
"""
_PORTUGUESE = """
acompanhante, advogad*, aeromoc*, agente de, ajudante, ajudante de, alfaiate, almoxarife, apontador*, arrumador*
artesa, artesao, assador*, ator, atriz, azulejista, bolsist*, bombeir*, bordadeir*, borracheiro, cabeleireir*
calceteiro, caldeireiro, caminhoneir*, cantineir*, cardiologist*, carteiro, caseiro, ceramista, chaveiro
chefe de, chefe de cozinha, cirurgia dentista, cirurgiao, coletor*, comissari*, comprador*, conferente, contabilist*
coord, copeir*, corretor*, cravador*, curador*, dancarin*, decorador*, desembargador, desenhista, despachante
despachante aduaneiro, diarista, doceir*, doutorand*, eletricist*, eletromecanic*, eletrotecnic*, embalador*
empacotador*, empilhador*, empregad*, encanador*, ensaiador*, entregador*, escriturari*, estagio em, estivador*
estofador*, estucador*, faturista, faxineir*, ferrador*, ferramenteir*, ferreir*, fiel de armazem, fisioterap*
fonoaudiolog*, forneir*, frentista, funileir*, garcom, garconete, gerent*, geriatra, gesseir*, gestor*, governant*
guia de turismo, guia interprete, impressor*, inspetor*, instalador*, instrutor*, jardineir*, joalheir*, jornalista
jovem aprendiz, juiz, juiza, ladrilhador*, lavadeir*, lavador*, leiloeir*, letrista, limpador*, livreir*, lojista
marceneir*, marinheir*, marmorista, massagista, mensageir*, merendeir*, mergulhador*, mestrand*, mestre de obras
modelista, mordomo, motorist*, operador de loja, ourives, paisagista, pedagog*, peixeir*, planeador*, planejador*
produtor*, publicitari*, radialista, roteirista, salva vidas, sapateir*, servente, sindico, sonoplasta, subchefe
subchefe de cozinha, sushiman, tapeceir*, tatuador*, tecnico em, telefonista, torneiro*, tosador*, tratador*
tratorista, tripulante*, urbanista, vaqueir*, vidraceir*, zelador*
"""

OCCUPATIONS = "".join((_ENGLISH, _GERMAN, _FRENCH, _SPANISH, _PORTUGUESE))
