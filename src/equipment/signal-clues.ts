import type { Day, Device } from '../model/index.ts';
import { daysBetween } from '../model/index.ts';
import type { Clue, ClueKind } from './clue.ts';
import { pointerTo } from './mac-clues.ts';
import { type NameEntry, namesInText, statedName } from './names.ts';
import { cpeVendor, type Mark, type SignatureBook } from './signature-book.ts';
import { sourceOf } from './source-of.ts';
import exclusionTable from './tables/exclusions.json' with { type: 'json' };

/** What the network side of a device says, honeypots and stale banners taken into account. */
export interface SignalReading {
  readonly clues: readonly Clue[];
  /** Brands that a banner or a scope names, which others make for. */
  readonly brands: readonly { readonly entry: NameEntry; readonly signal: string; readonly value: string }[];
  /** Model numbers from ONVIF scopes; they survive a rename. */
  readonly models: readonly { readonly signal: string; readonly value: string }[];
  readonly remarks: readonly string[];
  /** Something that imitates units stands at the address. */
  readonly isHoneypot: boolean;
}

/** Banners older than this against the newest of the same unit count half: another unit may stand there now. */
const staleAfterDays = 365;

type Hit = { kind: ClueKind; mark?: Mark; entry?: NameEntry; excluded?: { group: string; because: string } };

/** Reads signals; results per distinct signal and value are kept, for the same banner comes a thousand times. */
export function createSignalReader(book: SignatureBook): (signals: Device['signals']) => SignalReading {
  const cache = new Map<string, Map<string, readonly Hit[]>>();
  return (signals) => {
    const clues: Clue[] = [];
    const brands: { entry: NameEntry; signal: string; value: string }[] = [];
    const models: { signal: string; value: string }[] = [];
    const remarks: string[] = [];
    const isHoneypot = signals.some(({ signal, value }) => signal === 'tag' && /honeypot/i.test(value));
    const newest = newestDay(signals);
    let stale = 0;
    for (const { signal, value, seen } of signals) {
      if (signal === 'onvif hardware') models.push({ signal, value });
      const age = seen && newest ? daysBetween(seen, newest) : 0;
      const share = isHoneypot ? 0 : age > staleAfterDays ? 0.5 : 1;
      if (share === 0.5) stale++;
      for (const hit of hitsOf(signal, value)) {
        if (hit.excluded) {
          const { group, because } = hit.excluded;
          clues.push({
            kind: 'exclusion',
            to: { name: group, group },
            signal,
            value,
            source: because,
            share,
          });
        } else if (hit.entry?.kind === 'brand') brands.push({ entry: hit.entry, signal, value });
        else if (hit.entry) {
          const source = hit.mark ? sourceOf(hit.mark.signature.provenance) : 'name given by the scanner';
          clues.push({ kind: hit.kind, to: pointerTo(hit.entry), signal, value, source, share });
        }
      }
    }
    if (isHoneypot) remarks.push('tagged as a honeypot: its banners imitate and count nothing');
    if (stale > 0)
      remarks.push(
        `${stale} banner${stale > 1 ? 's are' : ' is'} more than a year older than the newest one`,
      );
    return { clues, brands: isHoneypot ? [] : brands, models, remarks, isHoneypot };
  };

  function hitsOf(signal: string, value: string): readonly Hit[] {
    let ofSignal = cache.get(signal);
    if (!ofSignal) {
      ofSignal = new Map();
      cache.set(signal, ofSignal);
    }
    let hits = ofSignal.get(value);
    if (!hits) {
      hits = readHits(signal, value, book);
      if (ofSignal.size > 20_000) ofSignal.clear();
      ofSignal.set(value, hits);
    }
    return hits;
  }
}

function newestDay(signals: Device['signals']): Day | undefined {
  let newest: Day | undefined;
  for (const { seen } of signals) if (seen && (!newest || seen > newest)) newest = seen;
  return newest;
}

function readHits(signal: string, value: string, book: SignatureBook): readonly Hit[] {
  switch (signal) {
    case 'http server':
    case 'rtsp server':
    case 'stream path':
    case 'http location':
    case 'ssh banner':
      return [...bannerHits(value, book), ...exclusions('firmware', value)];
    case 'realm':
      return bannerHits(`realm="${value}"`, book);
    case 'http title':
      return bannerHits(`http-title: ${value}`, book).concat(titleHit(value));
    case 'banner':
      return value
        .split(/[\r\n]+/)
        .flatMap((line) => bannerHits(line.replace(/^(Server|Location|User-Agent): */i, ''), book));
    case 'open port':
      return bannerHits(value, book);
    case 'service product':
      return [...productHit(value), ...exclusions('firmware', value)];
    case 'certificate subject':
    case 'certificate issuer': {
      const subject = value
        .replace(/\s*([=,/])\s*/g, '$1')
        .replace(/^\//, '')
        .replaceAll('/', ',');
      return marksFor(book.certificates, subject, () => 'certificate');
    }
    case 'favicon': {
      const mark = book.favicons.get(value.toLowerCase());
      return mark?.name ? [{ kind: 'favicon', mark, entry: mark.name }] : [];
    }
    case 'onvif name':
    case 'onvif hardware':
    case 'onvif scope': {
      const scope = value.startsWith('onvif://')
        ? value
        : `onvif://www.onvif.org/${signal.slice(6)}/${value}`;
      const hits = marksFor(book.onvif, scope, () => 'onvif');
      return signal === 'onvif name' ? hits.concat(brandHit(value)) : hits;
    }
    case 'cpe': {
      const vendor = cpeVendor(value) ?? '';
      const mark = book.cpeVendors.get(vendor);
      if (mark) return mark.name ? [{ kind: 'cpe', mark, entry: mark.name }] : [];
      // Dictionaries spell vendors with underscores: `axis_communications`.
      const named = statedName(vendor.replaceAll('_', ' '));
      return named && named.how !== 'misspelt' ? [{ kind: 'cpe', entry: named.entry }] : [];
    }
    default:
      return [];
  }
}

function marksFor(marks: readonly Mark[], value: string, kindOf: (mark: Mark) => ClueKind): Hit[] {
  return marks.flatMap((mark) =>
    mark.name && mark.test(value) ? [{ kind: kindOf(mark), mark, entry: mark.name }] : [],
  );
}

function bannerHits(value: string, book: SignatureBook): Hit[] {
  return marksFor(book.banners, value, (mark) => {
    const { pattern, confidence } = mark.signature;
    if (/^(tcp|udp)\//.test(pattern)) return 'port';
    if (confidence === 'low') return 'banner low';
    if (pattern.startsWith('/')) return 'path';
    return confidence === 'high' ? 'banner high' : 'banner medium';
  });
}

/** `Hikvision IP camera httpd`: the scanner has matched its own fingerprint and names whom it means at the beginning. */
function productHit(value: string): Hit[] {
  const head = value.split(/\s+/).slice(0, 3).join(' ');
  const found = namesInText(head)[0];
  return found && found.how === 'exact' ? [{ kind: 'product', entry: found.entry }] : [];
}

/** A page title that is nothing but a brand is shown by the unit itself. */
function titleHit(value: string): Hit[] {
  return brandHit(value).filter(() => value.trim().split(/\s+/).length <= 3);
}

function brandHit(value: string): Hit[] {
  return namesInText(value)
    .filter((found) => found.how === 'exact' && found.entry.kind === 'brand')
    .map((found) => ({ kind: 'product', entry: found.entry }));
}

const firmwareExclusions = exclusionTable.exclusions.map((row) => ({
  ...row,
  expression: new RegExp(row.pattern, 'i'),
}));

/** Marks that rule a maker out: a server software or a model series that is known to be somebody else's. */
export function exclusions(signal: 'firmware' | 'model', value: string): Hit[] {
  return firmwareExclusions
    .filter((row) => row.signal === signal && row.expression.test(value))
    .flatMap((row) =>
      row.excludes.map((group): Hit => ({ kind: 'exclusion', excluded: { group, because: row.because } })),
    );
}
