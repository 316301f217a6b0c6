import { type FileReading, type PortfolioFile, present, startReading } from '../reading.ts';
import { asList, asObject, asText, at, type JsonObject, textAt } from './json-shape.ts';

/**
 * Reads a CycloneDX bill of material. The unit that it is about becomes one device, with the makers of its chips,
 * modems and firmware as signals; other hardware parts become devices of their own, software libraries do not.
 */
export function readCycloneDx(file: PortfolioFile, value: unknown): FileReading {
  const draft = startReading();
  const unit = asObject(at(value, 'metadata', 'component'));
  let deeper = 0;
  const components = [...flatten(asList(at(value, 'components')), () => deeper++)];
  const signals: { signal: string; value: string }[] = [];
  let software = 0;
  components.forEach((component, index) => {
    draft.rows++;
    const maker = makerOf(component);
    const name = asText(component.name) ?? '';
    const type = asText(component.type);
    const text = [maker, name].filter(Boolean).join(' ');
    if (type === 'firmware') {
      if (maker) signals.push({ signal: 'firmware maker', value: maker });
    } else if (type === 'device' && text) {
      if (isChip(component)) signals.push({ signal: 'chip maker', value: text });
      draft.sightings.push({
        row: { file: file.name, line: index + 1 },
        id: `${textAt(unit, 'name') ?? file.name} / ${asText(component['bom-ref']) ?? name}`,
        type: 'component',
        count: quantityOf(component),
        signals: [],
        ...present({ brand: maker, model: name, purchaseText: asText(component.description) }),
      });
    } else software++;
  });
  if (unit && asText(unit.type) === 'device') {
    draft.sightings.unshift({
      row: { file: file.name, line: 1 },
      id: textAt(unit, 'name') ?? file.name,
      count: 1,
      signals,
      ...present({ brand: makerOf(unit), model: asText(unit.name), purchaseText: asText(unit.description) }),
    });
  }
  if (deeper > 0) draft.notices.push(`parts nested more than ${deepest} deep are left out`);
  if (software > 0)
    draft.notices.push(
      `${software} software component${software > 1 ? 's are' : ' is'} not equipment and left out`,
    );
  return { ...draft, reader: 'CycloneDX' };
}

/** Parts of parts are read so deep. */
const deepest = 32;

function* flatten(list: readonly unknown[], onDeeper: () => void, depth = 1): Generator<JsonObject> {
  for (const entry of list) {
    const component = asObject(entry);
    if (!component) continue;
    yield component;
    if (depth < deepest) yield* flatten(asList(component.components), onDeeper, depth + 1);
    else if (asList(component.components).length > 0) onDeeper();
  }
}

function makerOf(component: JsonObject): string | undefined {
  return (
    textAt(component, 'manufacturer', 'name') ??
    textAt(component, 'supplier', 'name') ??
    asText(component.publisher)
  );
}

/** Whether a part computes or talks: what the rules on components are about. */
function isChip(component: JsonObject): boolean {
  const text = `${asText(component.name) ?? ''} ${asText(component.description) ?? ''} ${functionOf(component) ?? ''}`;
  return (
    /\b(soc|chip|processor|cpu|asic|fpga|microcontroller|controller|modem)\b|^Hi35\d\d/i.test(text) ||
    asText(component['bom-ref']) === 'modem'
  );
}

function functionOf(component: JsonObject): string | undefined {
  return propertyOf(component, 'cdx:device:function');
}

function quantityOf(component: JsonObject): number {
  const quantity = Number(propertyOf(component, 'cdx:device:quantity') ?? 1);
  return Number.isSafeInteger(quantity) && quantity > 0 ? quantity : 1;
}

function propertyOf(component: JsonObject, name: string): string | undefined {
  return asList(component.properties)
    .map(asObject)
    .filter((property) => asText(property?.name) === name)
    .map((property) => asText(property?.value))[0];
}
