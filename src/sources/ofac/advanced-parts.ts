import { child, childrenOf, childText, type XmlElement } from '../../formats/xml.ts';
import { keptText } from '../kept-text.ts';
import type { AddressParts } from '../record-draft.ts';
import { dayOfPeriod } from './advanced-dates.ts';
import type { ReferenceValues } from './advanced-values.ts';
import type { OfacFact } from './fact.ts';

/** A `Location`: an address in parts, a country, or a region such as Crimea. */
export function readLocation(element: XmlElement, values: ReferenceValues): AddressParts {
  const parts: Record<string, string[]> = {};
  for (const part of childrenOf(element, 'LocationPart')) {
    const type = values.text('LocPartType', part.attributes.LocPartTypeID) ?? 'Unknown';
    for (const value of childrenOf(part, 'LocationPartValue')) {
      const comment = childText(value, 'Comment');
      const text = [childText(value, 'Value'), comment && `(${comment})`].filter(Boolean).join(' ');
      if (text === '') continue;
      parts[type] ??= [];
      parts[type].push(keptText(text));
    }
  }
  const country =
    values.text('Country', child(element, 'LocationCountry')?.attributes.CountryID) ??
    values.attribute('AreaCode', child(element, 'LocationAreaCode')?.attributes.AreaCodeID, 'Description');
  const street = ['ADDRESS1', 'ADDRESS2', 'ADDRESS3', 'Unknown'].flatMap((type) => parts[type] ?? []);
  const region = [
    ...(parts['STATE/PROVINCE'] ?? []),
    ...(parts.REGION ?? []).map((text) => `Region: ${text}`),
  ];
  return {
    street: street.join(', ') || undefined,
    city: parts.CITY?.join(', '),
    region: region.join(', ') || undefined,
    postalCode: parts['POSTAL CODE']?.join(', '),
    country,
  };
}

/** An identity document as labelled value; a fraudulent one says so in its label. */
export function readDocument(
  element: XmlElement,
  values: ReferenceValues,
  locations: ReadonlyMap<string, AddressParts>,
): OfacFact {
  const type = values.text('IDRegDocType', element.attributes.IDRegDocTypeID) ?? 'Identifier';
  const validity = values.text('Validity', element.attributes.ValidityID);
  const authority = childText(element, 'IssuingAuthority');
  const place = locations.get(element.attributes['IssuedIn-LocationID'] ?? '');
  const dates = childrenOf(element, 'DocumentDate').map((date) => ({
    kind: values.text('IDRegDocDateType', date.attributes.IDRegDocDateTypeID),
    text: dayOfPeriod(child(date, 'DatePeriod'))?.text,
  }));
  return {
    label: validity === 'Fraudulent' ? `${type} (fraudulent)` : type,
    value: keptText(childText(element, 'IDRegistrationNo') ?? ''),
    comment: [authority && `issued by ${authority}`, childText(element, 'Comment')]
      .filter(Boolean)
      .join('; '),
    country:
      values.text('Country', element.attributes['IssuedBy-CountryID']) ?? place?.country ?? place?.street,
    issued: dates.find((date) => date.kind === 'Issue Date')?.text,
    expires: dates.find((date) => date.kind === 'Expiration Date')?.text,
  };
}
