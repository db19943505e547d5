"""What ``kennis vergelijk`` says; headings and what is always the same stand in the templates."""

from __future__ import annotations

# --- the verb ---
HELP_WHICH = "een pakket of een map; met @HEAD erachter zoals het laatst in git is bewaard"
HELP_DAY = "zoals de regels op deze dag gelden"
HELP_REPORT = "schrijf een pagina (.html) of tekst (.md)"
REPORT_WRITTEN = "Het rapport staat in {}."
NO_REPORT = "'{}' kan ik niet maken. Goed zou zijn: rapport.html of .md."

# --- the whole ---
TITLE_OF_VERSIONS, TITLE_OF_PACKS = "Verandering in {after}", "{before} naast {after}"
VERSION, FROM = "versie {}", "uit {}"
OF_VERSIONS = "‘{was}’ is {after} zoals het was. ‘{now}’ is hoe het nu in de bestanden staat."
BUILT_ON = "‘{after}’ is gebaseerd op ‘{before}’. Zo is het als dat gaat gelden."
OF_PACKS = (
    "Twee kaders naast elkaar: ‘{before}’ en ‘{after}’. Geen van de twee komt in de plaats van de "
    "andere."
)

# --- the advice and its rules ---
THE_ADVICE, NO_ADVICE = "Het advies", "Er is geen advies om te vergelijken."
ONLY_TEXTS = "Wel veranderen er teksten, vormen of voorbeelden."
AT_ADVICE = " bij ‘{}’"
NOTHING_ELSE = "Geen enkele combinatie van antwoorden krijgt een ander advies{}."
CHANGES = "{share} van alle combinaties van antwoorden krijgt{where} een ander advies{most}."
ALL_OF_IT, MOST_OF_IT = (
    ": ‘{0}’ in plaats van ‘{1}’",
    ", het vaakst ‘{0}’ in plaats van ‘{1}’ ({2} van wat verandert)",
)
HOW = {"added": "nieuw", "removed": "weg", "changed": "veranderd", "moved": "verplaatst"}
NEW_KIND = "het hele besluit werkt nu op een andere manier"
DECISION_ITSELF = "het besluit zelf"
IF_NO_RULE, NO_RULE_FITS = "als geen van de regels past", "geen van de regels past"
FROM_POINTS = "vanaf hoeveel punten: {}"
ADJUSTMENT, RULE_FOR = "de bijstelling", "de regel voor ‘{}’"
ALWAYS = "altijd"
FEWER_WILL_DO = "Misschien kan het met nog minder antwoorden."
COLUMNS = ("van wat verandert",)
FORM_VANISHES, FORM_IS_RARER = "‘{0}’ verdwijnt", "‘{0}’ komt minder vaak voor"
FORM_APPEARS = "‘{0}’ is nieuw: het was {1}."
BECOMES = "{how}: het wordt {what}. Dat is {share} van wat verandert."
SOMETIMES = "‘{0}’ ({1})"
FOR_WHOM, AND_FOR = "Bijvoorbeeld bij: {}.", "Dit raakt: {}."
AND_MORE = "nog {} andere"
MOST_NAMED = 3
MORE_RULES, MORE_RULES_OF_ONE = (
    "en bij nog {} andere tweetallen van regels",
    "en bij nog {} andere tweetal van regels",
)

# --- points of attention, questions and worked cases ---
CONCERN_GONE = "‘{concern}’ is weg. Het gold in {was} van de combinaties."
CONCERN_NEW = "‘{concern}’ is nieuw. Het geldt in {now} van de combinaties."
CONCERN_ELSEWHERE = "‘{concern}’ is nieuw. Het geldt alleen bij antwoorden die de ander niet heeft."
CONCERN_STAYS = (
    "‘{concern}’ gold in {was} van de combinaties en nu in {now} (erbij {fresh}, eraf {gone})."
)
IN_ONE_ONLY = {"was": "is weg", "wordt": "is nieuw"}
IN_PACK_ONLY = "staat alleen in ‘{}’"
QUESTION, OPTION = "De vraag ‘{}’ {}.", "Het antwoord ‘{}’ op ‘{}’ {}."
ADVICE = "Het advies ‘{}’ {}."
OTHER_BOUNDS = "De grenzen van ‘{}’ zijn anders."
OTHER_QUESTION = "De vraag ‘{}’ is zo veranderd dat zij als twee vragen telt."
APPLIES_OTHERWISE = "De vraag ‘{}’ geldt in andere gevallen."
CASE_OF_VERSIONS = "{case}: was {was}, wordt {now}."
CASE_OF_PACKS = "{case}: {was} in ‘{a}’, {now} in ‘{b}’."
FORM_GONE = " De vorm ‘{}’ is er niet meer."
NOT_SURE = " Niet alle antwoorden zijn bekend: dit is het waarschijnlijkst."
NO_CASES = "Er zijn geen voorbeelden die in allebei iets zeggen."
SAME_CASES = "Elk voorbeeld komt hetzelfde uit."
OTHER_CASE = "Van de {all} voorbeelden komt er {changed} anders uit."
OTHER_CASES = "Van de {all} voorbeelden komen er {changed} anders uit."

# --- texts ---
CALLED = {
    "questions": "De vraag ‘{}’",
    "forms": "De vorm ‘{}’",
    "concerns": "Het aandachtspunt ‘{}’",
    "informing": "‘{}’ in de volgorde",
    "faqs": "De veelgestelde vraag ‘{}’",
    "rising": "De eis ‘{}’",
    "cases": "Het voorbeeld ‘{}’",
}
"""By the lists of a pack: an item of it."""
PARTS = {
    "questions": {
        "text": "tekst", "short": "korte naam", "explanation": "toelichting",
        "why": "reden om het te vragen", "ask_whom": "wie je ernaar vraagt",
        "how_to_find_out": "hoe je het uitzoekt", "nature": "aard", "unit": "eenheid",
    },
    "forms": {
        "headline": "kop", "name": "naam", "explanation": "uitleg", "also_called": "andere namen",
        "fits": "wanneer zij past", "fits_not": "wanneer zij niet past", "owner": "van wie het is",
        "roles": "rollen", "methods": "methoden", "first_steps": "eerste stappen",
        "promise": "belofte", "not_promise": "wat je niet belooft",
        "council_first": "wat de raad vooraf vastlegt", "feedback": "terugkoppeling",
        "evaluation": "evaluatie", "pitfalls": "valkuilen", "chapters": "eerste hulp",
        "honest": "wat je eerlijk zegt", "sources": "bronnen", "gains": "waarde die wint",
        "pays": "waarde die betaalt", "fallback": "terugval",
    },
    "concerns": {
        "text": "tekst", "do": "wat je doet", "moment": "moment", "duty": "plicht of niet",
        "serious": "ernstig of niet", "urgent": "dringend of niet", "chapters": "eerste hulp",
        "sources": "bronnen", "valid_from": "vanaf wanneer het geldt",
        "valid_to": "tot wanneer het geldt",
    },
    "informing": {
        "whom": "wie het hoort", "moment": "moment", "text": "wat je zegt",
        "on_leak": "bij een lek of niet", "sources": "bronnen",
    },
    "faqs": {
        "question": "vraag", "answers": "antwoord", "sources": "bronnen",
        "chapters": "eerste hulp", "phrasings": "andere manieren om het te vragen",
        "subject": "onderwerp",
    },
    "rising": {
        "why": "reden", "question": "vraag", "decision": "besluit", "order": "volgorde",
        "direction": "richting", "sources": "bronnen",
    },
    "cases": {
        "title": "titel", "description": "beschrijving", "answers": "antwoorden",
        "expected": "wat eruit hoort te komen", "also_fine": "wat ook goed is",
    },
}  # fmt: skip
"""By the lists of a pack: what the parts of an item are called."""
OTHER_PART = "iets anders"
ITEM_NEW, ITEM_GONE = "{} is nieuw.", "{} is weg."
ITEM_CHANGED = "{} is aangepast. {}."
TEXT_CHANGED = "{item}: {part} was ‘{was}’, wordt ‘{now}’."
LABEL_CHANGED = "{item}: een antwoord was ‘{was}’, wordt ‘{now}’."
OPTION_CHANGED = "{item}: het antwoord ‘{label}’ heeft een andere uitleg."
REASON_CHANGED = "De reden van een regel in ‘{decision}’: was ‘{was}’, wordt ‘{now}’."
REASON_NEW = "De reden van een regel in ‘{decision}’: ‘{now}’."
