import { describe, expect, it } from 'vitest';
import {
  allNames,
  isPartOf,
  nameKey,
  nameOfSignature,
  namesInText,
  plainCompanyName,
  statedName,
} from './names.ts';

describe('names on equipment', () => {
  it('gives every alias to one name only', () => {
    const owners = new Map<string, string[]>();
    for (const { name, aliases } of allNames()) {
      for (const alias of aliases) owners.set(nameKey(alias), [...(owners.get(nameKey(alias)) ?? []), name]);
    }
    expect([...owners].filter(([, names]) => new Set(names).size > 1)).toEqual([]);
  });

  it.each([
    ['HIKVISION', 'Hikvision'],
    ['Hangzhou Hikvision Digital Technology Co.,Ltd.', 'Hikvision'],
    ['杭州海康威视数字技术股份有限公司', 'Hikvision'],
    ['zte corporation', 'ZTE'],
    ['TP-LINK TECHNOLOGIES CO.,LTD.', 'TP-Link'],
    ['Axis Communications AB', 'Axis'],
    ['Dahua Noodle House LLC', undefined],
    ['Hua Wei Trading Pte', undefined],
    ['Shanghai Dahua Scale Factory', 'Shanghai Dahua Scale Factory'],
    ['Jorex Lorex', undefined],
  ])('takes "%s" as a whole for %s', (text, name) => expect(statedName(text)?.entry.name).toBe(name));

  it('finds names in a text, the longest at each place, common words only with a capital', () => {
    const names = (text: string) => namesInText(text).map(({ entry }) => entry.name);
    expect(names('replace hik-vision dome by Axis unit')).toEqual(['Hikvision', 'Axis']);
    expect(names('two axis gimbal on the hills')).toEqual([]);
    expect(names('dahua scale TCS-150')).toEqual(['Shanghai Dahua Scale Factory']);
  });

  it('understands the maker column of signatures', () => {
    expect(nameOfSignature('Dahua family (Lorex, Amcrest)')?.name).toBe('Dahua');
    expect(nameOfSignature('Honeywell Performance (Dahua OEM)')?.name).toBe('Honeywell Performance');
    expect(['unknown', 'any', 'Foscam or other HiSilicon-based'].map(nameOfSignature)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('joins a name with a longer one of the same firm, not by a place or product word', () => {
    expect(isPartOf('Jorex', 'JOREX LOREX INDIA PRIVATE LIMITED')).toBe(true);
    expect(isPartOf('Shanghai', 'Shanghai Dahua Scale Factory')).toBe(false);
    expect(isPartOf('Security', 'LT Security Inc')).toBe(false);
  });

  it('shortens a registrant to its name', () => {
    expect(plainCompanyName('JOREX LOREX INDIA PRIVATE LIMITED')).toBe('Jorex Lorex India');
    expect(plainCompanyName('Synology Incorporated')).toBe('Synology Incorporated');
  });
});
