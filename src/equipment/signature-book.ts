import type { DeviceSignature } from '../model/index.ts';
import { type NameEntry, nameOfParty, nameOfSignature } from './names.ts';
import patternTable from './tables/model-patterns.json' with { type: 'json' };

/** A signature ready to be tried. `name` is missing where it only says that the mark is common to many. */
export interface Mark {
  readonly signature: DeviceSignature;
  readonly name: NameEntry | undefined;
  readonly test: (value: string) => boolean;
  /** For models: the same with every hyphen optional, for registers that leave them out. */
  readonly looseTest?: (value: string) => boolean;
}

/** The signatures by what they are tried on, in the order in which they decide. */
export interface SignatureBook {
  readonly macs: ReadonlyMap<string, Mark>;
  readonly models: readonly Mark[];
  /** Whether any model pattern, loose forms included, could fit: one test that spares most texts the trial of all. */
  readonly mayBeModel: (value: string) => boolean;
  readonly banners: readonly Mark[];
  readonly certificates: readonly Mark[];
  readonly favicons: ReadonlyMap<string, Mark>;
  readonly onvif: readonly Mark[];
  readonly cpeVendors: ReadonlyMap<string, Mark>;
}

/** Model patterns of brands and of makers that are on no list; they keep a model from being nobody's. */
const brandPatterns: readonly DeviceSignature[] = patternTable.patterns.map((row, index) => ({
  id: `brand-model-${index + 1}`,
  kind: 'model pattern',
  pattern: row.pattern,
  maker: undefined,
  makerName: row.maker,
  confidence: row.confidence === 'medium' ? 'medium' : 'low',
  provenance: { source: 'model table', verified: 'secondary', note: row.seen },
}));

const levels = { high: 0, medium: 1, low: 2 } as const;

/** Compiles the signatures once. A pattern that is no regular expression is left out; the casebook check reports it. */
export function compileSignatures(signatures: readonly DeviceSignature[]): SignatureBook {
  const macs = new Map<string, Mark>();
  const favicons = new Map<string, Mark>();
  const cpeVendors = new Map<string, Mark>();
  const models: Mark[] = [];
  const looseModels: string[] = [];
  const banners: Mark[] = [];
  const certificates: Mark[] = [];
  const onvif: Mark[] = [];
  for (const signature of [...signatures, ...brandPatterns]) {
    const name =
      nameOfSignature(signature.makerName) ?? (signature.maker ? nameOfParty(signature.maker) : undefined);
    const mark = { signature, name };
    const favicon = /\b[0-9a-f]{32}\b/i.exec(signature.pattern)?.[0];
    if (signature.kind === 'mac prefix') {
      macs.set(signature.pattern.toUpperCase().replace(/[^0-9A-F]/g, ''), { ...mark, test: () => true });
    } else if (signature.kind === 'favicon' || (favicon && /favicon/i.test(signature.pattern))) {
      if (favicon) favicons.set(favicon.toLowerCase(), { ...mark, test: () => true });
    } else if (signature.kind === 'cpe') {
      const vendor = cpeVendor(signature.pattern);
      if (vendor) cpeVendors.set(vendor, { ...mark, test: () => true });
    } else if (signature.kind === 'model pattern') {
      const test = compile(signature.pattern);
      if (!test) continue;
      // With a count behind it (`-{2}`) a hyphen cannot be made optional so; such a pattern is tried as it is.
      const loose = optionalHyphens(signature.pattern);
      const looseTest = compile(loose);
      models.push({ ...mark, test, looseTest: looseTest ?? test });
      looseModels.push(looseTest ? loose : signature.pattern);
    } else {
      const test = compile(signature.pattern);
      if (!test) continue;
      if (signature.kind === 'certificate') certificates.push({ ...mark, test });
      else if (signature.kind === 'onvif') onvif.push({ ...mark, test });
      else banners.push({ ...mark, test });
    }
  }
  const bySureness = (a: Mark, b: Mark) => levels[a.signature.confidence] - levels[b.signature.confidence];
  for (const marks of [models, banners, certificates, onvif]) marks.sort(bySureness);
  const mayBeModel = compile(looseModels.map((pattern) => `(?:${pattern})`).join('|')) ?? (() => true);
  return { macs, models, mayBeModel, banners, certificates, favicons, onvif, cpeVendors };
}

function compile(pattern: string): ((value: string) => boolean) | undefined {
  try {
    const expression = new RegExp(pattern, 'i');
    return (value) => expression.test(value);
  } catch {
    return undefined;
  }
}

/** Makes the hyphens outside character classes optional: `^DS-2` also finds `DS2`. */
function optionalHyphens(pattern: string): string {
  return pattern.replace(/\[[^\]]*\]|\\.|-\??/g, (part) => (part[0] === '-' ? '-?' : part));
}

/** The vendor token of a CPE 2.2 or 2.3 name. */
export function cpeVendor(text: string): string | undefined {
  const parts = text
    .trim()
    .toLowerCase()
    .replace(/^cpe:2\.3:/, 'cpe:/')
    .split(':');
  const vendor = parts[2];
  return vendor && vendor !== '*' ? vendor : undefined;
}
