"""Dutch as it is typed on a phone, spelled out: the model learned from whole words. Pure.

Only what is no word of its own is replaced; names, numbers and other words stay as they are.
"""

from __future__ import annotations

import re
from types import MappingProxyType

_SHORT = (
    "t=het;n=een;k=ik;vn=van;vd=van de;mn=mijn;m'n=mijn;zn=zijn;z'n=zijn;ff=even;effe=even"
    ";nie=niet;ni=niet;wa=wat;da=dat;nix=niks;idd=inderdaad;mss=misschien;msch=misschien"
    ";gwn=gewoon;iig=in ieder geval;ipv=in plaats van;evt=eventueel;bijv=bijvoorbeeld"
    ";ivm=in verband met;mbt=over;tav=voor;obv=op basis van;ws=waarschijnlijk;mt=met;vr=voor"
    ";ovr=over;tis=het is;kweet=ik weet;kheb=ik heb;kwil=ik wil;hebbe=hebben;moete=moeten"
    ";mogge=mogen;kunne=kunnen;wille=willen;zegge=zeggen;worde=worden;komme=komen;wrm=waarom"
    ";hvl=hoeveel;egt=echt;aant=aan het;opt=op het;int=in het;vant=van het"
)
_WHOLE = MappingProxyType(dict(pair.split("=") for pair in _SHORT.split(";")))
_WORD = re.compile(
    rf"(?<![\w./'’-])['’]?({'|'.join(sorted(_WHOLE, key=len, reverse=True))})(?![\w/'’-]|\.\w)",
    re.IGNORECASE,
)


def spelled_out(text: str) -> str:
    """The text with its shorthand written in full; a single word stays as it is."""
    if len(text.split()) < 2:
        return text
    return _WORD.sub(_whole, text.replace("’", "'"))


def _whole(match: re.Match[str]) -> str:
    """The whole word; a single capital is a name ("variant N")."""
    short = match[1]
    return match[0] if len(short) == 1 and short.isupper() else _WHOLE[short.lower()]
