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
];
const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

describe('the encoding of text that is not UTF-8', () => {
  it.each(headers)('is told to be %s by the rows of its common signs', (encoding, hex) => {
    expect(guessLegacyEncoding(bytesOf(hex))).toBe(encoding);
    expect(detectEncoding(bytesOf(hex), true)).toBe(encoding);
  });

  it('is the usual Western one where there is little to go by', () => {
    expect(guessLegacyEncoding(Uint8Array.from(Buffer.from('Caf\xe9 M\xfcnchen', 'latin1')))).toBe(
      'windows-1252',
    );
  });
});
