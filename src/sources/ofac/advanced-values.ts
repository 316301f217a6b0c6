import type { XmlElement } from '../../formats/xml.ts';

/** The reference value sets of an ADVANCED XML: what each number in the rest of the file stands for. */
export interface ReferenceValues {
  /** The text of value `id` of a set, such as `('FeatureType', '8')` for `Birthdate`. */
  text(set: string, id: string | undefined): string | undefined;
  attribute(set: string, id: string | undefined, name: string): string | undefined;
  take(set: XmlElement): void;
}

export function openReferenceValues(): ReferenceValues {
  const sets = new Map<string, Map<string, XmlElement>>();
  const find = (set: string, id: string | undefined) =>
    id === undefined ? undefined : sets.get(set)?.get(id);
  return {
    text: (set, id) => find(set, id)?.text || undefined,
    attribute: (set, id, name) => find(set, id)?.attributes[name],
    take: (set) => {
      for (const value of set.children) {
        const id = value.attributes.ID;
        if (id === undefined) continue;
        let values = sets.get(value.name);
        if (!values) {
          values = new Map();
          sets.set(value.name, values);
        }
        values.set(id, value);
      }
    },
  };
}
