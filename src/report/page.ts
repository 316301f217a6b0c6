import { escapeMarkup } from '../formats/index.ts';
import type { Effect } from '../model/index.ts';
import { effectLooks } from './effect-look.ts';

/** Text that is already markup. Everything else is escaped by `html`. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Markup | string | number | undefined | false | readonly Part[];

/** A template whose values are escaped unless they are markup themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + render(parts[index])).join(''));
}

function render(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return escapeMarkup(String(part));
}

/** An effect as colour, sign and word together. */
export function effectMark(effect: Effect): Markup {
  const look = effectLooks[effect];
  return html`<span class="effect"><i class="swatch ${effect === 'undetermined' ? 'hatched' : ''}" style="background-color:${look.colour}"></i>${look.sign} ${look.word}</span>`;
}

/** A table with a header that stays, in a box that scrolls on a narrow screen. Numbers go to the right. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
  numeric: readonly number[] = [],
): Markup {
  const align = (index: number) => (numeric.includes(index) ? 'number' : '');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head.map(
    (cell, index) => html`<th scope="col" class="${align(index)}">${cell}</th>`,
  )}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map((cell, index) => html`<td class="${align(index)}">${cell}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** A whole self-contained page: no script, no font or picture from elsewhere. */
export function page(title: string, body: Markup): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(title)}</title>
<style>${style}</style></head>
<body>${body.text}</body></html>
`;
}

const style = `
:root{--paper:#fdfcf9;--ink:#1c1a17;--quiet:#5d5850;--line:#d9d4c9;--accent:#1f4e79;
--serif:"Source Serif 4","Source Serif Pro",Georgia,"Noto Serif","Songti SC",serif;
--sans:"IBM Plex Sans",Inter,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC","PingFang SC",sans-serif;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--paper:#191816;--ink:#ebe6dc;--quiet:#a8a196;--line:#3a3732;--accent:#8fb8dd;--effect-blocked:#b04a63;--effect-prohibited:#c9576e;--effect-licence-required:#d9794f}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1180px;padding:32px 24px 64px;background:var(--paper);color:var(--ink);font:17px/1.55 var(--serif)}
h1{font-size:34px;line-height:1.15;margin:8px 0 16px;font-weight:600;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:24px;line-height:1.25;margin:48px 0 8px;font-weight:600;border-top:1px solid var(--line);padding-top:24px}
h3{font-size:18px;margin:24px 0 8px;font-weight:600}
p,ul,ol,dl{margin:8px 0 16px;max-width:70ch}
a{color:var(--accent)}
.eyebrow,.note,small,caption,figcaption{font-family:var(--sans);font-size:14px;line-height:1.45;color:var(--quiet)}
.eyebrow{margin:0;max-width:none}
.notice{font-family:var(--sans);font-size:14px;border:1px solid var(--line);border-left:4px solid var(--ink);padding:8px 16px;max-width:none}
.lead{font-size:20px;line-height:1.45}
.shock-map{width:100%;height:auto;font-family:var(--sans);display:block}
.shock-map a{color:inherit}
.shock-map.narrow,.numbered{display:none}
.map{max-width:1000px;margin:24px 0}
.map label{font-family:var(--sans);font-size:14px;border:1px solid var(--ink);padding:4px 14px;cursor:pointer}
.switch-input{position:absolute;opacity:0}.switch-input:checked+label{background:var(--ink);color:var(--paper)}.switch-input:focus-visible+label{outline:2px solid var(--accent);outline-offset:2px}
#show-before:checked~.shock-map .mark{fill:var(--before)}#show-before:checked~.shock-map .core{fill:var(--paper)}
.mark{transition:fill 240ms}@media (prefers-reduced-motion:reduce){.mark{transition:none}}
.bar{display:block;height:14px;min-width:2px;margin-top:3px}
.timeline{width:100%;min-width:640px;height:auto;font-family:var(--sans)}
.steps{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:8px 28px;max-width:none;font:14px/1.4 var(--sans)}
.steps li{border:1px solid var(--ink);padding:6px 12px;position:relative;max-width:260px}.steps li+li::before{content:"→";position:absolute;left:-21px}.steps small{display:block}
.numbered{font:14px/1.5 var(--sans)}
figure{margin:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:0;border-top:1px solid var(--line);margin:16px 0;font-family:var(--sans)}
.figures div{padding:12px 16px 12px 0;border-bottom:1px solid var(--line)}
.figures dt,.figures dd{margin:0}
.figures dt{font-size:14px;color:var(--quiet)}
.figures dd{font-size:22px;font-variant-numeric:tabular-nums lining-nums;line-height:1.3}
.scroll{overflow-x:auto;margin:8px 0 24px}
table{border-collapse:collapse;width:100%;font:14px/1.4 var(--sans);font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;padding:0 0 8px}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid var(--line);min-width:72px}
th{font-weight:600;border-bottom:1px solid var(--ink);position:sticky;top:0;background:var(--paper)}
.number{text-align:right;white-space:nowrap}
.effect{white-space:nowrap;font-family:var(--sans)}
.swatch{display:inline-block;width:11px;height:11px;margin-right:6px;border:1px solid var(--ink);vertical-align:-1px}
.hatched{background-image:repeating-linear-gradient(45deg,#444 0 1.5px,#fff 1.5px 4px)}
.flag{font-family:var(--sans);font-size:12px;border:1px solid var(--quiet);border-radius:2px;padding:0 4px;color:var(--quiet);white-space:nowrap}
.path{font-family:var(--sans);font-size:14px}
.path b{font-weight:400;color:var(--quiet)}
bdi{unicode-bidi:isolate}
.signature{max-width:640px;margin:16px 0}.signature th{width:14rem;height:44px;vertical-align:bottom}
@media (max-width:760px){body{padding:16px 16px 48px;font-size:16px}h1{font-size:27px}.lead{font-size:18px}.scroll table{min-width:760px}}
@media (max-width:620px){.shock-map.wide{display:none}.shock-map.narrow{display:block}.numbered{display:block}}
@media print{:root{--paper:#fff;--ink:#000;--quiet:#333;--line:#999;color-scheme:light}body{max-width:none;padding:0;font-size:10.5pt}
h2{break-after:avoid}tr,figure{break-inside:avoid}.scroll{overflow:visible}th{position:static}thead{display:table-header-group}a{color:inherit;text-decoration:none}
.map label{display:none}.shock-map.wide{display:block}.shock-map.narrow,.numbered{display:none}.bar,.swatch,.shock-map{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{margin:18mm 16mm}}
`;
