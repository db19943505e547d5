"""Dutch as it is typed on a phone or spoken in a region, written in full and without accents.

The model learned from whole words, and learns its examples in this same form. Only what is no word
of its own is replaced; names, numbers and other words stay as they are. Pure.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from bot.language.traced import Traced
from bot.words.normal import folded

_PHONE = (
    "t=het;n=een;k=ik;vn=van;vd=van de;mn=mijn;m'n=mijn;zn=zijn;z'n=zijn;ff=even;effe=even"
    ";nix=niks;nx=niks;idd=inderdaad;mss=misschien;msch=misschien;wss=waarschijnlijk"
    ";gwn=gewoon;iig=in ieder geval;ipv=in plaats van;evt=eventueel;bijv=bijvoorbeeld"
    ";bv=bijvoorbeeld;ivm=in verband met;mbt=over;tav=voor;obv=op basis van;ws=waarschijnlijk"
    ";wsl=waarschijnlijk;mt=met;vr=voor;ovr=over;tis=het is;kweet=ik weet;kheb=ik heb;kwil=ik wil"
    ";kmoet=ik moet;wrm=waarom;wnr=wanneer;hvl=hoeveel;egt=echt;aant=aan het;opt=op het"
    ";int=in het;vant=van het;dmv=door middel van;mbv=met hulp van;zsm=zo snel mogelijk"
    ";sws=sowieso;tzt=te zijner tijd;vlgs=volgens;hbn=hebben;hb=heb;gn=geen;ng=nog"
    ";idk=weet ik niet;svp=graag;aub=graag;oa=onder andere;mtn=meteen;ong=ongeveer"
)
_AT_WORK = (
    "bew=bewoners;bwnrs=bewoners;inw=inwoners;omw=omwonenden;gem=gemeente;gmnt=gemeente"
    ";gem.raad=gemeenteraad;weth=wethouder;wh=wethouder;coll=college;proj=project"
    ";partic=participatie;ondern=ondernemers;afd=afdeling;vergad=vergadering;bijeenk=bijeenkomst"
    ";omg.plan=omgevingsplan;omgplan=omgevingsplan;omg.visie=omgevingsvisie;omgvisie=omgevingsvisie"
    ";best.plan=bestemmingsplan;verord=verordening;uitv=uitvoering;begr=begroting;besl=besluit"
    ";ontw=ontwerp;vz=voorzitter"
)
_SPOKEN = (
    "nie=niet;ni=niet;nit=niet;neet=niet;wa=wat;da=dat;dah=dat;mot=moet;mut=moet;moeter=moet er"
    ";gin=geen;hedde=heb je;edde=heb je;hebbie=heb je;zedde=ben je;moeje=moet je;motte=moeten"
    ";kunde=kun je;kunnie=kan niet;doede=doe je;meuge=mogen;meugen=mogen;magge=mogen;mogge=mogen"
    ";krieg=krijg;kriegen=krijgen;gullie=jullie;hullie=zij;oans=ons;onzen=onze;unne=een;un=een"
    ";et=het;ut=het;d'r=er;veur=voor;mien=mijn;bie=bij;derbij=erbij;erbie=erbij;derbie=erbij"
    ";effkes=even;efkes=even;effekes=even;noe=nu;allemoal=allemaal;iederien=iedereen;heur=haar"
    ";ammel=allemaal;amel=allemaal;allenig=alleen;alleenig=alleen;eigens=zelf;zelluf=zelf"
    ";hebbe=hebben;moete=moeten;kunne=kunnen;wille=willen;zegge=zeggen;worde=worden;komme=komen"
)
_PAIRS = ";".join((_PHONE, _AT_WORK, _SPOKEN)).split(";")
_WHOLE = MappingProxyType(dict(pair.split("=") for pair in _PAIRS))
_KEYS = "|".join(re.escape(key) for key in sorted(_WHOLE, key=len, reverse=True))
_WORD = re.compile(
    rf"(?<![\w./'-])'?({_KEYS})(?![\w/'-]|\.\w)(?:\.(?=\s+(?-i:[a-z])))?",
    re.IGNORECASE,
)
_A_WORD = 3
"""A text of one word is spelled out from this many letters on: "n" may be an option's letter."""


def spelled_out(text: str) -> str:
    """The text in full and without accents: "gem. wil 't nie" is "gemeente wil het niet"."""
    return spelled(Traced.of(text)).text


def spelled(text: Traced) -> Traced:
    """The same, of a text that remembers how it was typed."""
    text = text.each(_plain)
    if len(text.text.split()) < 2 and len(text.text.strip()) < _A_WORD:
        return text
    return text.each(lambda sign: "'" if sign == "’" else sign).sub(_WORD, _whole)


def _plain(sign: str) -> str:
    return sign if sign.isascii() else folded(sign)


def _whole(match: re.Match[str]) -> str:
    """The whole word; a single capital is a name ("variant N")."""
    short = match[1]
    return match[0] if len(short) == 1 and short.isupper() else _WHOLE[short.lower()]
