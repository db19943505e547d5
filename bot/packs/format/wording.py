"""What an editor shows on a key of a pack, one line each, and what is wrong with a file's shape.

``bot.packs.format.json_schema`` puts these lines into the schema. A key that means something else
in one kind of item stands there as ``soort.sleutel``.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.rules.model.decisions.registry import BY_WORD as DECISIONS
from bot.rules.model.questions.registry import BY_WORD as QUESTIONS
from bot.words.phrases import either

RECORD_TITLES: Mapping[str, str] = {
    "tegelijk": "Twee vragen in één tik",
    "aantikken": "Een vraag op het scherm ‘Wat speelt er?’",
    "advies": "Een besluit dat het advies is",
    "contact": "Bij wie mensen terechtkunnen",
    "herkomst": "Waar dit kader vandaan komt",
    "gebrek": "Een gebrek dat het kader echt heeft",
    "gelijk": "Dezelfde vraag in een ander pakket",
    "optie": "Een antwoord om te kiezen",
    "indeling": "Hoe een project in delen uiteenvalt",
    "vraag": "Een vraag",
    "rij": "Een regel van een beslistabel",
    "schuif": "Een regel die het advies omhoog of omlaag schuift",
    "item": "Iets wat punten geeft",
    "band": "Vanaf hoeveel punten een uitkomst geldt",
    "besluit": "Een besluit",
    "methode": "Een manier van werken",
    "belofte": "Wat je belooft, en wat niet",
    "waarden": "Wat deze vorm oplevert en kost",
    "vorm": "Een vorm van samenwerking",
    "aandachtspunt": "Iets om op te letten",
    "bericht": "Wie het hoort, en wanneer",
    "zin": "Een zin, met of zonder voorwaarde",
    "uitweg": "Een antwoord op de eerste vraag, en wat je dan doet",
    "eerste_vraag": "Wat je in de eerste minuut vraagt",
    "tijdstip": "Wie het hoort op welk tijdstip van die dag",
    "stappen": "Wat je doet: vanavond, deze week, vóór het besluit en erna",
    "praktijk": "Wat er ergens echt gebeurde",
    "situatie": "Een soort project, met wat daar bijzonder aan is",
    "avond": "Een regel van de eerste hulp: voor een avond of bij boosheid",
    "waarde": "Wat de antwoorden zeggen over een van de vijf waarden",
    "tegenspraak": "Wat niemand zegt bij deze antwoorden",
    "projectvraag": "Wat de bot zegt op een soort vraag over het eigen project",
    "moment": "Een dag vanaf waar een termijn telt",
    "termijn": "Wat er op tijd moet gebeuren",
    "vrije_dag": "Een dag die telt als een feestdag",
    "stuk": "Een stuk om te versturen",
    "eigen_regel": "Wat iemand zelf vertelt, voor in de stukken",
    "vermoeden": "Wat waarschijnlijker is zolang iets niet bekend is",
    "stijging": "Wat moet oplopen: meer hiervan geeft nooit minder daarvan",
    "vervallen": "Een vraag of antwoord dat er niet meer is",
    "antwoord": "Een antwoord met een datum",
    "veelgestelde_vraag": "Een veelgestelde vraag",
    "bron": "Een bron",
    "voorbeeld": "Een voorbeeld met de verwachte uitkomst",
}
"""Kind of item -> what it is."""

_ALSO: Mapping[str, str] = {
    "verwijder": "Haalt een overgenomen item weg. Meer dan de id hoeft er dan niet te staan.",
    "voor": "Zet deze regel vóór de regel met deze id.",
    "na": "Zet deze regel na de regel met deze id.",
    "vul_aan": "true: verander alleen wat hier staat. De rest van het overgenomen item blijft.",
}

_KEYS: Mapping[str, str] = {
    "id": "Een korte naam: kleine letters, cijfers en _. Hoogstens 24 tekens.",
    "bron": "De id van een bron, een lijst van ids, of ‘eigen’ voor jullie eigen oordeel.",
    "duiding": "Wat de bron niet letterlijk zegt, en hoe wij het lezen.",
    "als": "Wanneer dit geldt. Alles wat hier staat, geldt tegelijk.",
    "een_van": "Een lijst voorwaarden. Minstens één ervan moet waar zijn.",
    "tussendoor": "true: dit vragen mensen midden in een gesprek over hun project.",
    "niet_over": "Onderwerpen van vragen die over ander recht gaan dan dat van dit soort project.",
    "alleen_als": "Stel dit alleen als deze voorwaarde waar is.",
    "want": "De reden, in een gewone zin.",
    "dan": "De uitkomst.",
    "geldig_vanaf": "Vanaf deze dag. Schrijf jjjj-mm-dd.",
    "geldig_tot": "Tot en met deze dag. Schrijf jjjj-mm-dd.",
    "toelichting": "Extra uitleg.",
    "waarom": "Waarom dit gevraagd wordt.",
    "titel": "Een korte naam die mensen lezen.",
    "naam": "De naam die mensen lezen.",
    "ehbo": "Hoofdstukken met eerste hulp.",
    "voorbeelden": "Zo zeggen mensen het in het gesprek.",
    "vraag": "De id van een vraag.",
    "besluit": "De id van een besluit.",
    "soort": "Welke soort dit is.",
    # pakket
    "pakket": "De id van een pakket.",
    "omschrijving": "Voor wie dit pakket is, in een of twee zinnen.",
    "gebaseerd_op": "Het pakket dat je overneemt, met @ en de versie erachter.",
    "erft": "Pakketten waarvan de veelgestelde vragen en bronnen meekomen.",
    "contact": "Bij wie mensen terechtkunnen.",
    "terugvragen_na": "Na hoeveel weken de bot vraagt hoe het ging, aan wie dat wil. Anders zes.",
    "gecontroleerd_op": "Wanneer iemand dit voor het laatst heeft nagekeken.",
    "opening": "De vragen die de vorm bepalen, hoogstens acht. Daarna staat het eerste advies er.",
    "adviezen": "Welk besluit het advies is.",
    "naast": "Besluiten die naast het advies worden getoond.",
    "indelingen": "Hoe een project in delen of groepen uiteenvalt.",
    "vragen": "De vragen.",
    "besluiten": "De besluiten: van antwoorden naar advies.",
    "vormen": "De vormen van samenwerking: een per uitkomst van het advies.",
    "vermoedens": "Wat waarschijnlijker is zolang iets niet bekend is.",
    "stijgend": "Wat moet oplopen. ‘kennis controleer’ bewijst het voor alle antwoorden.",
    "aandachtspunten": "Waar mensen op moeten letten.",
    "veelgestelde_vragen": "Vragen die mensen vaak stellen, met een antwoord.",
    "bronnen": "Waar de feiten staan.",
    "herkomst": "Waar dit kader vandaan komt en hoe volledig het bekend is.",
    "onduidelijk": "Wat de bron niet zegt.",
    "bekende_gebreken": "Wat de controle vindt en het kader echt heeft.",
    "trede": "Per uitkomst de trede op de gewone ladder.",
    "kanaal": "Hoe je die persoon bereikt.",
    "organisatie": "Van welke organisatie dit kader is.",
    "jaar": "Uit welk jaar. Laat het weg als je het niet weet.",
    "aard": "eerste_hand, tweede_hand of eigen.",
    "volledigheid": "volledig, deels, of alleen criteria.",
    "bij": "Waar het gebrek zit: besluit, ‘besluit.rij’, vraag, ‘vraag.optie’ of vorm.",
    "uitleg": "Uitleg in gewone taal.",
    "waarden": "Welke waarde daar welke waarde hier is.",
    "volgorde": "De antwoorden van weinig naar veel. Wat gelijk is, staat samen: [a, [b, c], d].",
    "richting": "omhoog (meer geeft nooit een lagere uitkomst) of omlaag (nooit een hogere).",
    "heette": "Hoe dit eerder heette: een id of een lijst. Zo gaan oude gesprekken door.",
    "vervallen": "Vragen en antwoorden die er niet meer zijn, met de reden.",
    "optie": "De id van een optie.",
    "label": "Het antwoord op de knop, hoogstens 40 tekens.",
    "zin": "Het antwoord als hele zin.",
    "gewicht": "Hoe vaak dit voorkomt. Standaard 1.",
    "zin_leert_niet": "De bot zegt de zin, maar het taalmodel leert hem niet.",
    "alleen": "true: dit antwoord past bij geen ander antwoord.",
    "rest": "true: bij een indeling ‘alle anderen’. Die komen er vanzelf bij.",
    "geen_spoor": "Met deze uitkomsten is er geen spoor naast het eerste advies.",
    "zeg": "Wat je dan zegt of doet.",
    "bij_lek": "true: dit geldt als het uitlekt. Het telt niet mee in de volgorde.",
    "hoogstens": "Hoeveel delen of groepen iemand tegelijk kan kiezen: 2, 3 of 4.",
    "na_te_vragen_bij": "Wie het antwoord weet.",
    "hoe_zoek_ik_dit_uit": "Wat iemand kan doen om het antwoord te vinden.",
    "altijd": "true: stel deze vraag ook als het advies al zeker is. Hoogstens twee vragen.",
    "aantikken": "Deze vraag mag op één scherm met andere waarvan je aantikt wat klopt.",
    "zonder_vinkje": "De optie die geldt als iemand aantikt dat er verder niets speelt.",
    "tegelijk": "De vraag hierna, beantwoord in dezelfde tik: haar antwoorden staan hier als knop.",
    "knoppen": "Per antwoord op die vraag wat er op de knop staat, hoogstens 40 tekens.",
    "ervoor": "Wat op dat scherm voor elke optie staat, want de vraag staat er niet bij.",
    "vast": "true: een feit dat niemand kan veranderen.",
    "per": "Eén antwoord per onderdeel of per groep.",
    "bij_elkaar": "Vragen met dezelfde naam komen na elkaar.",
    "kort": "De vraag in een paar woorden, voor het overzicht.",
    "opties": "De antwoorden om uit te kiezen.",
    "gelijk_aan": "Deze vraag staat ook in een ander pakket.",
    # besluiten
    "uitkomsten": "Alle uitkomsten die dit besluit kan hebben.",
    "geordend": "true: de uitkomsten staan van laag naar hoog.",
    "ondergrens": "Uitkomsten die ‘ten minste’ betekenen.",
    "treffer": "Welke regel telt: de eerste, de enige (uniek), of allemaal (verzameling).",
    "rijen": "De regels.",
    "anders": "De uitkomst als geen regel klopt.",
    "tel": "Tel de punten op (som) of neem het gemiddelde.",
    "items": "Wat punten geeft.",
    "punten": "Een getal, of per antwoord een getal.",
    "banden": "Van laag naar hoog: vanaf hoeveel punten welke uitkomst.",
    "vanaf": "Vanaf dit aantal punten.",
    "rijen_van": "De vraag of het besluit op de rijen.",
    "kolommen_van": "De vraag of het besluit op de kolommen.",
    "vakken": "Per rij en kolom de uitkomst.",
    "van": "Het besluit waarvan de uitkomst verschuift.",
    "stap": "Hoeveel stappen omhoog (1) of omlaag (-1).",
    "ten_hoogste": "Verder omhoog dan dit schuift het niet.",
    "ten_minste": "Verder omlaag dan dit schuift het niet.",
    # momenten, termijnen, vrije_dagen, stukken
    "momenten": "De dagen vanaf waar termijnen tellen.",
    "termijnen": "Wat er hoeveel dagen voor of na een moment moet gebeuren.",
    "vrije_dagen": "Dagen die met een feestdag gelijk zijn gesteld.",
    "stukken": "De stukken die iemand kan laten maken.",
    "eigen_regels": "Wat iemand zelf vertelt, voordat de bot een stuk maakt.",
    "vak": "Wat er in het gele vak komt te staan als niemand het vertelt.",
    "vervangt": "Vakken die leeg blijven zodra iemand dit zelf vertelt.",
    "niet_vragen_bij": "Vakken die dit al vertellen: als ze alle bekend zijn, vraagt de bot niets.",
    "hoort_bij": "Woorden waaraan de bot hoort dat een regel hierover gaat.",
    "heet_ook": "Hoe mensen het noemen; bij een stuk is ‘a/b’ een van beide, ‘..’ vijf woorden.",
    "mag_voorbij": "true: deze dag mag al geweest zijn.",
    "eerste_van": "Dit moment is het eerste van deze momenten dat bekend is.",
    "komt_voor": "De momenten waar deze dag vóór hoort te liggen.",
    "dag": "De dag zelf. Schrijf jjjj-mm-dd.",
    "gaat_voor": "Momenten die wijken als dezelfde zin ze allebei noemt.",
    "vraag_bij": "Antwoorden waarbij de bot naar deze dag vraagt: ‘vraag/optie’ of ‘soort/id’.",
    "op_zijn_kortst": "Zoveel werkdagen vóór het moment kan het nog, in het kort.",
    "pas_na": "Het moment waar dit pas na kan.",
    "soorten": "Alleen bij deze soorten project.",
    "aantal": "Hoeveel dagen, weken of maanden. Laat het weg als er geen aantal is.",
    "eenheid": "dagen, werkdagen, weken of maanden.",
    "telt_mee": "true: de dag van het moment is de eerste dag van de termijn.",
    "verlengt": "Schuift de termijn door naar een werkdag? Laat het weg voor de gewone regel.",
    "te_laat": "Wat je doet als de dag al voorbij is.",
    "artikel": "Het artikel, zoals ‘Awb 3:16’.",
    "zeker": "Hoe zeker dit is: hoog of middel.",
    "geeft": "Zolang dit moment niet bekend is, telt deze dag ervoor.",
    "liggend": "true: het papier ligt op zijn kant.",
    # vormen
    "kop": "Wat je doet, als zin na ‘Mijn advies:’.",
    "ook_genoemd": "Andere namen voor deze vorm.",
    "terugval": "De vorm die past als het eerste niet lukt.",
    "past_als": "Wanneer deze vorm past.",
    "past_niet_als": "Wanneer deze vorm niet past.",
    "eigenaar": "Van wie de vraag, het besluit en de uitvoering zijn.",
    "rollen": "Wat ieder doet.",
    "methoden": "Manieren van werken die hierbij passen.",
    "eerste_stappen": "Wat je deze week doet.",
    "belofte": "Wat je tegen mensen zegt.",
    "raad_vooraf": "Wat de raad vooraf moet vaststellen.",
    "terugkoppeling": "Hoe mensen horen wat ermee gebeurt.",
    "evaluatie": "Hoe je ervan leert.",
    "valkuilen": "Wat vaak misgaat.",
    "eerlijk": "Wat je eerlijk zegt.",
    "wanneer": "Wanneer dit past.",
    "wanneer_niet": "Wanneer dit niet past.",
    "juridisch": "Wat de wet hierover zegt.",
    "wel": "Zo zeg je het.",
    "niet": "Zo zeg je het niet.",
    "wint": "De waarde die wint.",
    "betaalt": "De waarde die de prijs betaalt.",
    "situaties": "Soorten projecten, elk met eigen stappen, woorden en recht.",
    "avond": "Eerste hulp: wat je zegt en doet bij boosheid of een bijeenkomst.",
    "vijf_waarden": "Wat de antwoorden zeggen over inclusie, invloed, eigenaarschap en meer.",
    "belofte_vooraf": "Wat vóór elke belofte komt, zoals een excuus.",
    "tegenspraak": "Woorden die bij sommige antwoorden niet kloppen. De controle bewijst het.",
    "projectvragen": "Vragen over het eigen project, met wat bij deze antwoorden het antwoord is.",
    "erbij": "Wat er dan nog bij komt. Elke zin die past.",
    "gevraagd": "De soort vraag: een id uit nlu_data/projectvragen/projectvragen.yml.",
    "woorden": "De woorden die dan in geen enkele zin mogen staan.",
    "vorm": "Alleen bij deze vorm, of een van deze vormen.",
    "groep": "Alleen voor deze groep.",
    "zet": "Welk antwoord op welke vraag hierbij hoort.",
    "tijd": "Het tijdstip, zoals ‘09:00’.",
    "wie": "Wie het hoort.",
    "vanavond": "Wat je vanavond doet.",
    "deze_week": "Wat je deze week doet.",
    "voor_besluit": "Wat je doet vóór het besluit.",
    "erna": "Wat je doet na het besluit.",
    "herken": "Zo praten mensen over zo’n project. Elk woord in een zin moet voorkomen.",
    "eerste_vraag": "De vraag voor de eerste minuut, met wat elk antwoord betekent.",
    "bijzonder": "Wat bijzonder is aan de vorm en het recht.",
    "lek": "Wat je doet als het uitlekt.",
    "stappen": "Wat je wanneer doet.",
    "openingszinnen": "Zo begin je.",
    "nooit_zeggen": "Wat je nooit zegt.",
    "raad": "Wat de raad vooraf vaststelt, wanneer hij het hoort en wat zijn rol is.",
    "voorbeeld_goed": "Een echt voorbeeld dat goed ging, met bron.",
    "voorbeeld_fout": "Een echt voorbeeld dat misging, met bron.",
    "op": "Hoeveel minuten na het begin. Ervoor is met een min: -90.",
    "kan_weg": "true: dit valt weg als er weinig tijd is.",
    "mits": "De vraag die ervoor komt te staan zolang niemand weet of dit geldt.",
    "waarde": "Een van de vijf waarden, of botsing: waar er twee botsen.",
    "stand": "goed of let_op.",
    "tekst": "De tekst die mensen lezen.",
    "terugval_geldt": "tot_dan (zolang dit niet is gedaan) of daarna.",
    "keer": "Per antwoord: hoeveel keer zo waarschijnlijk het dan is.",
    "doe": "Wat je doet.",
    "moment": "Wanneer je het doet.",
    "plicht": "true: het moet van de wet.",
    "ernstig": "true: dit mag niemand missen.",
    "dringend": "true: dit staat bij het advies voorop.",
    "excuus": "Met deze zin begint een brief aan wie het raakt.",
    "antwoord": "Het antwoord.",
    "antwoorden": "De antwoorden, elk met de dagen waarop het klopt.",
    "ook_zo_gevraagd": "Andere manieren waarop mensen dit vragen.",
    "onderwerp": "Waaronder deze vraag staat als iemand bladert.",
    "recht": "true: dit gaat over de wet.",
    "lokaal": "true: in een gemeente kan het anders zijn.",
    "verwant": "Vragen die hierbij horen.",
    "url": "Het webadres, of null.",
    "gezien_op": "De dag waarop je de bron las.",
    "beschrijving": "Wat er aan de hand is, in een paar zinnen.",
    "verwacht": "De uitkomst die eruit moet komen, of die per deel.",
    "mag_ook": "Uitkomsten die ook goed zijn.",
    "simpel_zegt": "Wat een simpel hulpmiddel zou zeggen.",
    "onderdelen": "De onderdelen van dit project.",
    "groepen": "De groepen in dit project.",
}

_SPECIAL: Mapping[str, str] = {
    "pakket.pakket": "De id van dit pakket. Kies een naam die nog niet bestaat.",
    "pakket.voorbeelden": "De proeven van dit pakket. ‘kennis toets’ rekent ze na.",
    "pakket.volgorde": "Wie hoort het wanneer, in deze volgorde. Alleen wat geldt, telt mee.",
    "tijdstip.zeg": "Wat je dan zegt.",
    "uitweg.label": "Het antwoord op de knop, hoogstens 40 tekens.",
    "uitweg.dan": "Wat je dan doet.",
    "situatie.soort_van": "De situatie waar dit een soort van is. De rest komt daarvan.",
    "situatie.als": "Bij welke antwoorden dit kan. Is dat niet zo, dan biedt de bot het niet aan.",
    "situatie.volgorde": "Wie het hoort, met tijden op één dag.",
    "situatie.woorden": "Woorden die hier anders heten, zoals inwoners: collega’s.",
    "situatie.zonder": "Wat hier niet bestaat: ids van aandachtspunten en termijnen, of rollen.",
    "situatie.methoden": "Manieren van werken. Die komen hier in de plaats van die van de vorm.",
    "situatie.belofte": "De belofte die hierbij past. Anders geldt de belofte van de vorm.",
    "avond.soort": "opening, plan, rol, veilig, stop, bezwaar, nooit of morgen.",
    "eerste_vraag.vraag": "De vraag, zoals mensen haar lezen.",
    "bericht.wanneer": "Het moment, zoals ‘eerst’ of ‘dezelfde middag’.",
    "moment.naam": "Hoe dit moment heet na ‘voor’ of ‘na’, zoals ‘het besluit van de raad’.",
    "moment.vraag": "Zo vraagt de bot naar deze dag.",
    "moment.altijd": "true: vraag dit meteen. Anders alleen als een termijn het nodig heeft.",
    "moment.herken": "Zo zeggen mensen dit; {dag} is de dag. Schrijf het als in ‘heet_ook’.",
    "moment.is": "besluit, bijeenkomst, uiterlijk of begin.",
    "moment.tot": "Het moment dat het wordt als er ‘tot’ voor de dag staat.",
    "termijn.soort": "wet, eigen_regel of planning.",
    "termijn.naam": "Waar het om gaat, kort.",
    "termijn.richting": "na, voor of op.",
    "termijn.vanaf": "De id van een moment.",
    "eigen_regel.zin": "Wat er staat als de voorwaarde zeker klopt en niemand iets anders vertelt.",
    "stuk.naam": "Wat er op de knop staat.",
    "stuk.tekst": "De tekst, met {vakken} die het advies invult.",
    "advies.naam": "Hoe dit advies heet naast de andere, zoals ‘Het plan van de ander’.",
    "vermoeden.vraag": "De id van de vraag waarop het antwoord nog niet bekend is.",
    "vraag.vraag": "De vraag, zoals mensen haar lezen.",
    "vraag.soort": f"{either(list(QUESTIONS))}.",
    "vraag.aard": "oordeel (mag per bril verschillen) of feit.",
    "indeling.vraag": "De vraag, zoals mensen haar lezen.",
    "indeling.id": "onderdeel of groep.",
    "besluit.soort": f"{either(list(DECISIONS))}.",
    "vorm.id": "De uitkomst van het advies waar deze vorm bij hoort.",
    "vorm.soort": "vorm, rol, of eerst (eerst iets anders; een terugval mag).",
    "vorm.naam": "Het vakwoord.",
    "vorm.waarden": "Wat deze vorm oplevert en wat dat kost.",
    "veelgestelde_vraag.vraag": "De vraag, zoals mensen haar stellen.",
    "voorbeeld.antwoorden": "Per vraag het antwoord. Per deel: ‘vraag@deel’.",
    "gebrek.soort": "Wat de controle vindt.",
    "bron.titel": "Hoe de bron heet.",
} | {
    f"vraag.{key.dutch}": key.help
    for kind in QUESTIONS.values() for key in kind.keys if key.help
}  # fmt: skip


def help_for(record: str, key: str) -> str:
    """The line for a key of one kind of item (``pakket`` for the pack itself)."""
    return _SPECIAL.get(f"{record}.{key}") or _KEYS.get(key) or _ALSO[key]


# --- what is wrong with the shape of a file ---------------------------------------------------

TYPES: Mapping[str, str] = {
    "string": "een tekst",
    "number": "een getal",
    "integer": "een heel getal",
    "array": "een lijst",
    "object": "een blok met sleutels",
    "null": "null",
}
NAMES: Mapping[str, str] = {"label": "het label", "titel": "de titel", "vraag": "de vraag"}
BOUNDS: Mapping[str, str] = {
    "minimum": "minstens",
    "maximum": "hoogstens",
    "exclusiveMinimum": "meer dan",
}
POINTS_BY_VALUE = (
    "een waarde van de vraag; een getal krijgt punten met ‘als’: "
    '{als: {aantal: "0..10"}, punten: 1}'
)
THE_TEXT = "de tekst"
ID_SIGNS = "een kleine letter, dan kleine letters, cijfers en _, samen hoogstens 24 tekens"
A_DAY = "een datum als 2027-01-31"
A_BLOCK = "een blok met sleutels"
A_LIST = "een lijst"
QUOTED_OR = '‘{meant}’, of met aanhalingstekens: "{word}"'
QUOTED = "een tekst, dus met aanhalingstekens: {value!r}"
COLON_IN_TEXT = "hier staat een dubbele punt midden in een tekst"
DASH_IN_TEXT = "deze tekst begint met een streepje, en zo is het een lijst"
IN_QUOTES = 'de tekst tussen rechte aanhalingstekens: "{text}"'
NO_DASHES = "hier hoort een lijst, en hier staat één tekst: {value}"
DASH_AND_SPACE = "op elke regel een gewoon streepje en een spatie: ‘- …’"
WORD_AS_OPTION = "hier staat {value}, en een optie heeft een id en een label"
OPTION_BY_NAME = "een optie heeft een id en een label"
NO_LIST = "{id}, zonder [ ]"
NUMBER_AS_ID = "{value} kan geen id zijn: een id begint met een letter"
LETTER_FIRST = "bijvoorbeeld ‘{value}’"
STANDS_HERE = "hier staat {value}"
LIST_EXPECTED = "hier hoort een lijst, en hier staat {value}"
IN_BRACKETS = "met [ ] eromheen"
DASH_MISSING = "hier hoort een lijst: zet een streepje voor ‘{first}’"
WITH_DASH = "‘- {first}: …’, en de regels eronder even ver ingesprongen"
UNKNOWN_KEY = "de sleutel ‘{key}’ ken ik hier niet"
NO_KEY = "de sleutel ‘{key}’ ontbreekt"
EMPTY = "{name} is leeg"
TEXT_OR_NOTHING = "een tekst, of de sleutel weglaten"
LENGTH = "{name} heeft {count} tekens"
MOST_SIGNS = "hoogstens {wanted} tekens"
COUNT = "hier {verb} er {count}"
PACK_ID = "de id van een pakket, of id@ met de 12 tekens van de versie"
AN_ADDRESS = "een adres dat met https:// begint"
QUESTION_ID = "de id van een vraag, of vraag@onderdeel"
NOT_ALLOWED = "{value} mag hier niet"
SLUG_SIGNS = "kleine letters, cijfers, - en _"
NO_SUCH_DAY = "{value} is geen dag die bestaat"
TWICE = "{value} staat er dubbel"
ONCE = "één keer"
NOT_OF_KIND = "‘{key}’ hoort niet bij deze soort"
ANOTHER_KIND = "weglaten, of een andere soort"
CONTACT_OR_NOTHING = "null, of {naam: …, kanaal: …}"
SCHEMA_TITLE = "Een bestand van een pakket van de Samenwerkwijzer"
