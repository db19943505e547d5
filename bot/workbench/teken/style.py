"""The look of the pictures and the page: sober, light and dark, and black on white in print."""

COLOURS = """
:root{--ink:#1d1d1d;--mild:#4d4d4d;--paper:#fff;--soft:#f1f4f7;--line:#8a949e;--rule:#d5dbe1;
--accent:#154273;--on-accent:#fff;--hit:#e3ecf5;--dead:#ececec;--dead-ink:#5f5f5f;--dot:#920054;
--s1:#f3f7fb;--s2:#dfeaf4;--s3:#c9dcec;--s4:#bad4e9;--s5:#abcae3;--edge:#6b7a89}
@media (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--mild:#c3c9cf;--paper:#15191d;
--soft:#1f262c;--line:#7f8b96;--rule:#3a444d;--accent:#9cc3ea;--on-accent:#0c1116;--hit:#1d3349;--dead:#23272b;
--dead-ink:#a2a8ae;--dot:#ff8fc7;--s1:#18222b;--s2:#1b2c3b;--s3:#1f374b;--s4:#213f58;--s5:#234966;
--edge:#8d9aa6}}
@media print{:root{--ink:#000;--mild:#333;--paper:#fff;--soft:#f4f4f4;--line:#777;--rule:#bbb;
--accent:#154273;--on-accent:#fff;--hit:#e3ecf5;--dead:#ececec;--dead-ink:#555;--dot:#920054;
--s1:#f3f7fb;--s2:#dfeaf4;--s3:#c9dcec;--s4:#bad4e9;--s5:#abcae3;--edge:#666}}
"""
"""Colours by name. Text on each ground has a contrast of 4.5 to 1 or more (a test counts it)."""

DRAWING = """
svg.beeld{font-family:Arial,"Liberation Sans","Noto Sans",sans-serif;background:var(--paper)}
svg.beeld text{fill:var(--ink);font-size:14px}
svg.beeld .k{font-size:12px;fill:var(--mild)}
svg.beeld .b{font-weight:700}
svg.beeld .t{font-size:18px;font-weight:700}
svg.beeld .i{font-style:italic}
svg.beeld .vak{fill:var(--paper);stroke:var(--line)}
svg.beeld .kop{fill:var(--accent);stroke:var(--accent)}
svg.beeld text.op{fill:var(--on-accent)}
svg.beeld .zacht{fill:var(--soft);stroke:var(--line)}
svg.beeld .raak{fill:var(--hit);stroke:var(--line)}
svg.beeld .dood{fill:var(--dead);stroke:var(--line);stroke-dasharray:5 4}
svg.beeld text.grijs{fill:var(--dead-ink)}
svg.beeld .s1{fill:var(--s1);stroke:var(--line)}svg.beeld .s2{fill:var(--s2);stroke:var(--line)}
svg.beeld .s3{fill:var(--s3);stroke:var(--line)}svg.beeld .s4{fill:var(--s4);stroke:var(--line)}
svg.beeld .s5{fill:var(--s5);stroke:var(--line)}
svg.beeld .streep{fill:var(--dot)}
svg.beeld .punt{fill:var(--dot);stroke:var(--dot);stroke-width:2}
svg.beeld .open{fill:var(--paper);stroke:var(--dot);stroke-width:2}
svg.beeld text.bij{fill:var(--dot);font-weight:700;font-size:13px}
svg.beeld .lijn{fill:none;stroke:var(--edge);stroke-width:1.3;opacity:.75}
svg.beeld .pijl{fill:var(--edge)}
svg.beeld .sterk{stroke:var(--accent);stroke-width:3}
svg.beeld g.knoop:hover .lijn,svg.beeld g.knoop:focus-within .lijn{stroke:var(--dot);
stroke-width:2.6;opacity:1}
svg.beeld a:focus-visible{outline:3px solid var(--dot)}
"""

PAGE = """
*{box-sizing:border-box}
html{font-size:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);line-height:1.5;
font-family:"Noto Sans","Segoe UI",Arial,"Liberation Sans",sans-serif}
header,main,footer{max-width:76rem;margin:0 auto;padding:0 1rem}
header{border-top:.75rem solid var(--accent);padding-top:1rem}
h1{font-size:2rem;line-height:1.2;margin:.5rem 0}
h2{font-size:1.5rem;margin:3rem 0 .5rem;border-bottom:2px solid var(--accent);padding-bottom:.25rem}
h3{font-size:1.2rem;margin:2rem 0 .25rem}
h4{font-size:1rem;margin:1rem 0 .25rem}
p,ul,ol,dl{max-width:44rem;margin:.5rem 0}
a{color:var(--accent)}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--dot);
outline-offset:2px}
.spring{position:absolute;left:-999rem}
.spring:focus{position:static}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;max-width:none}
nav a{display:inline-block;padding:.25rem 0;min-height:1.75rem}
dl.feiten{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}
dl.feiten dt{font-weight:700}dl.feiten dd{margin:0;overflow-wrap:anywhere}
.doos{border-left:.4rem solid var(--accent);background:var(--soft);padding:.5rem 1rem;
max-width:46rem;margin:1rem 0}
.rol{overflow-x:auto;margin:1rem 0;border:1px solid var(--rule)}
.rol svg{display:block;max-width:none;margin:0 auto}
.breed{width:calc(100vw - 3rem);max-width:120rem;margin-left:50%;transform:translateX(-50%)}
table{border-collapse:collapse;width:100%;margin:.75rem 0 1.5rem}
caption{text-align:left;color:var(--mild);padding:.25rem 0}
th,td{border:1px solid var(--rule);padding:.45rem .6rem;text-align:left;vertical-align:top}
thead th{background:var(--accent);color:var(--on-accent)}
tbody th{background:var(--soft)}
@media screen{tbody th{min-width:6.5rem}}
td p,th p{margin:0 0 .15rem;max-width:none}
.k{font-size:.875rem;color:var(--mild)}
.b{font-weight:700}
tr.raak>*{background:var(--hit)}
tr.raak>:first-child{border-left:.4rem solid var(--dot)}
tr.dood>*,td.dood,li.dood,div.dood{background:var(--dead);color:var(--dead-ink)}
.dood .k{color:var(--dead-ink)}
.nooit{font-style:italic}
.nooit::before{content:"✕ ";font-style:normal}
.stip{color:var(--dot);font-weight:700}
td.s1{background:var(--s1)}td.s2{background:var(--s2)}td.s3{background:var(--s3)}
td.s4{background:var(--s4)}td.s5{background:var(--s5)}
.vormen{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem;
padding:0;list-style:none;max-width:none}
.vormen>li{border:1px solid var(--rule);padding:.75rem 1rem}
.vormen h3{margin:.1rem 0}
ul.net{padding-left:1.1rem}
footer{margin:3rem auto 2rem;border-top:1px solid var(--rule);color:var(--mild)}
@media screen and (max-width:48rem){
h1{font-size:1.6rem}
dl.feiten{grid-template-columns:1fr}dl.feiten dd{margin-bottom:.4rem}
table.regels,table.regels tbody,table.regels tr,table.regels td,table.regels th{display:block;
width:100%}
table.regels caption{display:block}
table.regels thead{position:absolute;left:-999rem}
table.regels tr{border:1px solid var(--line);margin:0 0 1rem}
table.regels td,table.regels th{border:0}
table.regels td[data-kop]::before{content:attr(data-kop);display:block;font-weight:700;
font-size:.8rem;color:var(--mild)}
table.regels td.leeg{display:none}
}
@media print{
@page{size:A4;margin:14mm 12mm;@bottom-right{content:counter(page) " / " counter(pages);
font:9pt Arial,sans-serif}}
html{font-size:8.8pt}
header,main,footer{max-width:none;padding:0}
nav,.spring{display:none}
@page liggend{size:A3 landscape}
@page staand{size:A3 portrait}
#beeld:has(.liggend){page:liggend}
#beeld:has(.staand){page:staand}
.rol{overflow:visible;border:0}
.breed{width:auto;max-width:none;margin-left:0;transform:none}
.rol svg{width:100%;height:auto}
.liggend svg{max-height:220mm}
.staand svg{max-height:340mm}
#vragen,#besluiten,#vormen,#letop{break-before:page}
tbody th{min-width:0}
th,td{padding:.3rem .4rem}
h2,h3,h4,caption{break-after:avoid}
tr,.vormen>li,.doos,div.rol:not(.breed){break-inside:avoid}
thead{display:table-header-group}
thead th,.raak>*,.dood,td{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.vormen{display:block;columns:2;column-gap:1rem}
.vormen>li{margin-bottom:1rem}
a{color:inherit;text-decoration:none}
}
"""
