import { describe, expect, it } from 'vitest';
import { detectEncoding } from './bytes.ts';
import { guessLegacyEncoding } from './legacy-encoding.ts';

/** Header rows of asset registers, as bytes in the encodings that spreadsheets of these places save. */
const headers: readonly (readonly [encoding: string, hex: string])[] = [
  // Hersteller;Gebäude;Größe;Kabellänge;Gerät;Straße
  [
    'windows-1252',
    '4865727374656c6c65723b476562e47564653b4772f6df653b4b6162656c6ce46e67653b476572e4743b53747261df65',
  ],
  // 设备名称,品牌,规格型号,序列号,安装位置
  ['gb18030', 'c9e8b1b8c3fbb3c62cc6b7c5c62cb9e6b8f1d0cdbac52cd0f2c1d0bac52cb0b2d7b0cebbd6c3'],
  // 機器名,メーカー,型番,シリアル番号,設置場所
  ['shift_jis', '8b408aed96bc2c8381815b834a815b2c8c5e94d42c8356838a8341838b94d48d862c90dd92758fea8f8a'],
  // 장비명,제조사,모델명,일련번호,설치 위치
  ['euc-kr', 'c0e5baf1b8ed2cc1a6c1b6bbe72cb8f0b5a8b8ed2cc0cfb7c3b9f8c8a32cbcb3c4a120c0a7c4a1'],
  // Наименование;Производитель;Модель;Расположение
  [
    'windows-1251',
    'cde0e8ece5edeee2e0ede8e53bcff0eee8e7e2eee4e8f2e5ebfc3bcceee4e5ebfc3bd0e0f1efeeebeee6e5ede8e5',
  ],
  // 設備名稱,品牌,型號,序號,安裝位置
  ['big5', 'b35db3c6a657bad92cab7eb5502cabacb8b92ca7c7b8b92ca677b8cba6ecb86d'],
  // Przedsiębiorstwo Państwowe Łódź; Władysław Wałęsa; Spółka Akcyjna Główna
  [
    'windows-1250',
    '50727a65647369ea62696f727374776f205061f17374776f776520a3f3649f3b2057b361647973b36177205761b3ea73613b205370f3b36b6120416b63796a6e612047b3f3776e61',
  ],
  // Jiří Dvořák; Příbram; Němec; Zdeněk Svěrák
  ['windows-1250', '4a69f8ed2044766ff8e16b3b2050f8ed6272616d3b204eec6d65633b205a64656eec6b205376ec72e16b'],
  // Szőke Gyűrű Kft.; Erdős Bútorgyártó; Fűtőmű
  ['windows-1250', '537af56b65204779fb72fb204b66742e3b20457264f5732042fa746f726779e17274f33b2046fb74f56dfb'],
];
const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

/** The signs of windows-1252 that are not where Latin-1 has them. */
const western = new Map([
  ['’', 0x92],
  ['œ', 0x9c],
  ['Ž', 0x8e],
  ['ž', 0x9e],
  ['Š', 0x8a],
]);

describe('the encoding of text that is not UTF-8', () => {
  it.each(headers)('is told to be %s by the rows of its common signs', (encoding, hex) => {
    expect(guessLegacyEncoding(bytesOf(hex))).toBe(encoding);
    expect(detectEncoding(bytesOf(hex), true)).toBe(encoding);
  });

  it.each([
    'Café à Nîmes, où l’œuvre; M³ de béton, 5 £/m³, n¹ 3',
    'São João das Missões; Camões; Brûlé; coração',
    'Sørensen & Højgård ApS; Kjær; Ærø; lunedì; città',
    'Põhja-Eesti Rõõm OÜ; Jõgeva; Jäätmed; Brûlé',
    '¿Qué? ¿Cómo? Nºserie; Nºpedido; 2¼in; 3¾',
    'Señor Ibáñez; Größe; Straße; Žižek; Škoda',
  ])('stays the usual Western one for %s', (text) => {
    const bytes = [...text].map((sign) => western.get(sign) ?? sign.charCodeAt(0));
    expect(detectEncoding(Uint8Array.from(bytes), true)).toBe('windows-1252');
  });

  it('is the usual Western one where there is little to go by', () => {
    expect(guessLegacyEncoding(Uint8Array.from(Buffer.from('Caf\xe9 M\xfcnchen', 'latin1')))).toBe(
      'windows-1252',
    );
  });
});
