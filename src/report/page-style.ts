/** The look of a page that carries everything with it: paper and ink, one scale for effects, fit for print. */
export const pageStyle = `
:root{--paper:#fdfcf9;--ink:#1c1a17;--quiet:#5d5850;--line:#d9d4c9;--accent:#1f4e79;
--serif:"Source Serif 4","Source Serif Pro",Georgia,"Noto Serif","Liberation Serif",ui-serif,"Songti SC",serif;
--sans:"IBM Plex Sans",Inter,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",system-ui,"Noto Sans CJK SC","PingFang SC",sans-serif;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ebe6dc;--quiet:#a8a196;--line:#3a3732;--accent:#8fb8dd;--effect-blocked:#b04a63;--effect-prohibited:#c9576e;--effect-licence-required:#d9794f;--land:#2b2925;--land-told:#48443d;--land-counted:#716a5f}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:32px 24px 64px;background:var(--paper);color:var(--ink);font:17px/1.55 var(--serif);overflow-wrap:break-word}
h1{font-size:34px;line-height:1.15;margin:8px 0 16px;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:24px;line-height:1.25;margin:48px 0 8px;font-weight:600;border-top:1px solid var(--line);padding-top:24px}
h3{font-size:18px;margin:32px 0 8px;font-weight:600}
p,ul,ol,dl{margin:8px 0 16px;max-width:74ch}
.figures{display:flex;flex-wrap:wrap;gap:8px 40px;max-width:none}.figures dt{font:13px var(--sans);color:var(--quiet)}.figures dd{margin:0;font:600 24px/1.2 var(--sans)}
.evidence :is(th,td):nth-child(-n+2),.evidence :is(th,td):last-child{min-width:24mm}
a{color:var(--accent)}
.eyebrow,.note,small,caption,figcaption,summary{font-family:var(--sans);font-size:14px;line-height:1.45;color:var(--quiet)}
.eyebrow{margin:0;max-width:none}
.notice{font-family:var(--sans);font-size:14px;border:1px solid var(--line);border-left:4px solid var(--ink);padding:8px 16px;max-width:none}
.lead{font-size:20px;line-height:1.4;max-width:62ch}
.answers,.in-short{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:8px 32px;font:14px/1.45 var(--sans)}
.front h2{font:600 14px/1.4 var(--sans);margin:8px 0 4px;border-top:1px solid var(--ink);padding-top:8px}
.front h2 a{color:inherit;text-decoration:none}
.front ul{margin:4px 0 8px;padding:0;list-style:none}
.front li{margin:0 0 4px}
.front p{margin:4px 0 8px}
.front .notice,.front .lead{margin:12px 0}
.front .note{max-width:none}
.figure b{font-size:22px;font-weight:600;font-variant-numeric:tabular-nums lining-nums}
.contents{font:14px/1.6 var(--sans);margin:24px 0;display:flex;flex-wrap:wrap;gap:4px 24px}
.shock-map{width:100%;height:auto;font-family:var(--sans);display:block}
.shock-map a{color:inherit}
.shock-map.narrow,.numbered{display:none}
.map{max-width:940px;margin:16px 0}
.map label{font-family:var(--sans);font-size:14px;border:1px solid var(--ink);padding:4px 14px;cursor:pointer}
.switch-input{position:absolute;opacity:0}.switch-input:checked+label{background:var(--ink);color:var(--paper)}.switch-input:focus-visible+label{outline:2px solid var(--accent);outline-offset:2px}
#show-before:checked~.shock-map .mark{fill:var(--before)}#show-before:checked~.shock-map .core{fill:var(--paper)}
.mark{transition:fill 240ms}@media (prefers-reduced-motion:reduce){.mark{transition:none}}
.bar{display:block;height:14px;min-width:2px;margin-top:3px}.bar.ink{background:var(--ink);opacity:.75}
td:has(>.bar){width:30%;min-width:120px}
.timeline{width:100%;min-width:560px;height:auto;font-family:var(--sans)}
.site-map{width:100%;max-width:720px;height:auto;font-family:var(--sans);display:block;margin:8px 0 16px}
.numbered{font:14px/1.5 var(--sans)}
.published-maps{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));gap:16px 32px;margin:16px 0}
.world-map{width:100%;max-width:560px;height:auto;font-family:var(--sans);display:block;margin:0 0 8px}
.world-map path,.world-map .land{fill:var(--land,#e9e5db);stroke:var(--paper);stroke-width:.7}.world-map .told{fill:var(--land-told,#c3bcae)}.world-map .counted{fill:var(--land-counted,#968f82)}
.rule{margin:24px 0 0}.rule>p{font:15px/1.5 var(--sans);max-width:90ch}
.plain{list-style:none;padding:0;margin:0;max-width:none}
figure{margin:0}
details{margin:8px 0 24px}summary{cursor:pointer;color:var(--accent)}
.on-paper{display:none}
.scroll{overflow-x:auto;margin:8px 0 24px;position:relative}
.scroll:has(+details){margin-bottom:0}
table{border-collapse:collapse;width:100%;font:14px/1.4 var(--sans);font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;padding:0 0 8px}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);min-width:72px}
th{font-weight:600;border-bottom:1px solid var(--ink);position:sticky;top:0;background:var(--paper)}
.number{text-align:right;white-space:nowrap}.number small{white-space:normal}
.effect{white-space:nowrap;font-family:var(--sans)}
.swatch{display:inline-block;width:11px;height:11px;margin-right:6px;border:1px solid var(--ink);vertical-align:-1px}
.hatched{background-image:repeating-linear-gradient(45deg,#444 0 1.5px,#fff 1.5px 4px)}
.flag{font-family:var(--sans);font-size:12px;border:1px solid var(--quiet);border-radius:2px;padding:0 4px;color:var(--quiet);white-space:nowrap}
.path{font:13px/1.4 var(--sans);color:var(--quiet)}
.path b{font-weight:400}
.source{overflow-wrap:anywhere}
bdi{unicode-bidi:isolate}
.signature{max-width:640px;margin:16px 0}.signature th{width:14rem;height:44px;vertical-align:bottom}
@media screen and (max-width:760px){body{padding:16px 16px 48px;font-size:16px}h1{font-size:27px}.lead{font-size:18px}}
@media screen and (max-width:620px){.shock-map.wide{display:none}.shock-map.narrow{display:block}.numbered{display:block}
.stacks,.stacks tbody,.stacks caption{display:block}.stacks thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}
.stacks tr{display:block;border-bottom:1px solid var(--line);padding:8px 0}
.stacks td{display:block;position:relative;border:0;padding:1px 0;min-height:1.4em;text-align:left;white-space:normal;width:auto}
.stacks td:empty{display:none}.stacks td[data-column]{padding-left:7.5rem}
.stacks td[data-column]::before{content:attr(data-column);position:absolute;left:0;width:7rem;color:var(--quiet)}
.stacks td:first-child{padding-left:0;font-weight:600}.stacks td:first-child::before{content:none}.stacks td:first-child small,.stacks td:first-child .path{font-weight:400}}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#333;--line:#999;--land:#e4e4e4;--land-told:#bdbdbd;--land-counted:#8c8c8c;color-scheme:light}body{max-width:none;padding:0;font-size:10.5pt}
h1{font-size:20pt;margin:4px 0 8px}h2{break-after:avoid;font-size:14pt;margin-top:24px;padding-top:12px}h3{break-after:avoid;font-size:11.5pt;margin-top:16px}caption{break-after:avoid}
.lead{font-size:11.5pt;max-width:none}.notice,table,.rule>p,.note,small,figcaption,.eyebrow,.answers,.in-short,summary,.path{font-size:8pt;line-height:1.35}.figure b{font-size:14pt}
p,ul,ol{margin:4px 0 8px;max-width:none}.rule{margin-top:12px}th,td{padding:3px 8px 3px 0;min-width:0}.effect .swatch{display:none}td small,.flag{font-size:7.5pt}
.front{break-after:page}.front .notice,.front .lead{margin:6px 0}.front h2{font-size:9.5pt;margin:4px 0 2px;padding-top:4px}.front ul{margin:2px 0 4px}.front li{margin:0 0 2px}
.answers,.in-short{grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:4px 16px}
.map{max-width:none;margin:6px 0}.map .shock-map{max-height:78mm}.site-map{max-width:120mm}.published-maps{grid-template-columns:1fr 1fr;gap:8px 16px}.published-maps:has(>:only-child){grid-template-columns:1fr}.world-map{max-width:95mm}#published+p{break-after:avoid}
.contents{display:none}tr,figure,.rule>p,svg{break-inside:avoid}tbody tr:first-child{break-before:avoid}.scroll{overflow:visible;margin:4px 0 12px}th{position:static}thead{display:table-header-group}a{color:inherit;text-decoration:none}

.on-paper{display:inline}.on-screen{display:none}.rule>p{max-width:none}details{margin:0 0 12px}summary{color:var(--quiet);list-style:none}
.map label{display:none}.shock-map.wide{display:block}.shock-map.narrow,.numbered{display:none}.bar,.swatch,.shock-map,.site-map,.world-map{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{size:A4;margin:14mm 15mm}}
`;
