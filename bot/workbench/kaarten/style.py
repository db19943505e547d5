"""The look of the cards. The sizes are those with which ``cards`` counts whether a text fits."""

STYLE = """
*{box-sizing:border-box}
body{margin:0;background:#e9edf1;color:#1d1d1d;font-family:Arial,"Liberation Sans",sans-serif}
h1{font-size:1.2rem;padding:1rem;margin:0}
main{display:grid;grid-template-columns:repeat(auto-fill,105mm);gap:5mm;padding:0 1rem 1rem}
.kaart{width:105mm;height:148mm;background:#fff;border:1px solid #8a949e;display:flex;
flex-direction:column;padding:0 8.5mm 6mm;overflow-wrap:anywhere;font-size:13px;line-height:1.36}
.kaart p,.kaart h2{margin:0}
.groot{font-size:15px}.gewoon{font-size:13px}.klein.kaart{font-size:11.5px}.fijn{font-size:10.2px}
.strook{margin:0 -8.5mm!important;padding:1.6mm 8.5mm;background:#154273;color:#fff;font-size:11px;
font-weight:700;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.vorm .strook{background:#275937}
.uitleg.kaart .strook{background:#4d4d4d}
.voor{flex:1}
.kop{font-size:1.35em;font-weight:700;padding-top:8px}
.tekst{padding-top:5px}
p.klein{font-size:.85em;padding-top:4px;color:#333}
.label{font-size:.85em;font-weight:700;padding-top:6px;color:#154273}
.vorm .label{color:#275937}
.hokje{padding:5px 0 0 26px;position:relative}
.vierkant{position:absolute;left:2px;top:6px;width:1em;height:1em;border:1.5px solid #1d1d1d}
p.uitleg{font-size:.85em;padding:2px 0 0 26px;color:#333}
.punt{font-size:.92em;padding:3px 0 0 16px;position:relative}
.punt::before{content:"•";position:absolute;left:4px}
.voet{border-top:1px solid #8a949e;margin-top:4px}
@page{size:105mm 148mm;margin:0}
@media print{
body{background:#fff}h1{display:none}
main{display:block;padding:0}
.kaart{border:0;break-after:page;break-inside:avoid}
.kaart:last-child{break-after:auto}
}
"""

SHEET = """
@page{size:A4;margin:0}
@media print{
main{display:block;width:210mm}
.kaart{float:left;height:148.4mm;break-after:auto;border:1px dashed #999}
.kaart:nth-child(4n){break-after:page}
}
"""
