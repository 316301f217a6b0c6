import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeFormat, fakeRecord, fakeText } from '../fake-list.fixture.ts';
import { openBlobs, sha256Of } from './blobs.ts';
import { deriveRecords, readRecordLines } from './derive-records.ts';
import { clearTemporaryFiles, writeDurably } from './durable-file.ts';
import { compressFrames, decompressFrames } from './frames.ts';
import { lineOfRecord, recordLine, recordOf } from './record-lines.ts';
import { versionHash } from './version-record.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aftershock-storage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const temporary = () => join(folder, 'temporary');

describe('frames', () => {
  it('give back any bytes, however they were cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (chunks) => {
        const file = Buffer.concat([...compressFrames(chunks)]);
        const back = decompressFrames((offset, length) => file.subarray(offset, offset + length), 'x');
        expect(Buffer.concat([...back]).equals(Buffer.concat(chunks))).toBe(true);
      }),
    );
  });

  it('are plain zstd: skippable frames with the length of the frame that follows', () => {
    const bytes = Buffer.alloc(5 * 2 ** 20, 'restricted party ');
    let rest = Buffer.concat([...compressFrames([bytes])]);
    const parts: Uint8Array[] = [];
    while (rest.length > 0) {
      expect([rest.readUInt32LE(0), rest.readUInt32LE(4)]).toEqual([0x184d2a50, 4]);
      const end = 12 + rest.readUInt32LE(8);
      parts.push(zstdDecompressSync(rest.subarray(12, end)));
      rest = rest.subarray(end);
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  });

  it('hold no more than one frame of a large file at a time', () => {
    const file = Buffer.concat([...compressFrames([Buffer.alloc(9 * 2 ** 20)])]);
    const pieces = [...decompressFrames((offset, length) => file.subarray(offset, offset + length), 'x')];
    expect(pieces.map((piece) => piece.length)).toEqual([4, 4, 1].map((size) => size * 2 ** 20));
  });
});

describe('blobs', () => {
  it('keep bytes under their sha256 and write them once', () => {
    const blobs = openBlobs(join(folder, 'raw'), temporary());
    const bytes = Buffer.from('sdn');
    expect(blobs.put(bytes)).toBe(sha256Of(bytes));
    expect(blobs.put(bytes)).toBe(sha256Of(bytes));
    expect(Buffer.concat([...blobs.chunks(sha256Of(bytes))]).toString()).toBe('sdn');
    expect(readdirSync(temporary())).toEqual([]);
  });

  it.each(['cut off', 'changed'])('say that a stored file is damaged when it is %s', (damage) => {
    const blobs = openBlobs(join(folder, 'raw'), temporary());
    const sha256 = blobs.put(Buffer.from('a list of parties'.repeat(50)));
    const path = join(folder, 'raw', sha256.slice(0, 2), `${sha256}.zst`);
    if (damage === 'cut off') truncateSync(path, 20);
    else writeFileSync(path, Buffer.concat([...compressFrames([Buffer.from('another list')])]));
    expect(() => [...blobs.chunks(sha256)]).toThrow(expect.objectContaining({ code: 'AS_STORE' }));
  });
});

describe('writeDurably', () => {
  it('leaves what stood there when the content cannot be made', () => {
    const path = join(folder, 'file');
    writeFileSync(path, 'before');
    function* failing() {
      yield Buffer.from('half');
      throw new TypeError('no more');
    }
    expect(() => writeDurably(path, failing(), temporary())).toThrow();
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(temporary())).toEqual([]);
  });

  it('says at once that a folder cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    for (const place of [
      join(folder, 'file', 'inner'),
      ...(existsSync('/proc/self') ? ['/proc/nope/inner'] : []),
    ]) {
      expect(() => writeDurably(join(place, 'x'), [], join(place, 'temporary'))).toThrow(
        expect.objectContaining({ code: 'AS_STORE' }),
      );
    }
  });

  it('leaves temporary files of running processes alone and clears those of dead ones', () => {
    writeDurably(join(folder, 'file'), [], temporary());
    const alive = join(temporary(), `${process.ppid}-aa`);
    const dead = join(temporary(), '4194999-bb');
    writeFileSync(alive, '');
    writeFileSync(dead, '');
    clearTemporaryFiles(temporary());
    expect([existsSync(alive), existsSync(dead)]).toEqual([true, false]);
  });
});

describe('record lines', () => {
  it('give back the record, also where an id has quotes', () => {
    for (const entry of ['12', 'a "b"', 'tab\there', '名']) {
      const line = recordLine(lineOfRecord(fakeRecord({ entry }, 7)));
      expect(line.entry).toBe(entry);
      expect(recordOf(line)).toEqual(fakeRecord({ entry }, 7));
    }
  });

  it('do not differ when an entry only moved within its file', () => {
    const [one, other] = [3, 4].map((line) => recordLine(lineOfRecord(fakeRecord({ entry: '1' }, line))));
    expect(one!.content).toBe(other!.content);
  });
});

describe('deriveRecords', () => {
  const derive = (text: string) => {
    const path = join(folder, 'records.zst');
    const file = { name: 'fake.txt', chunks: () => [Buffer.from(text)] };
    const reading = deriveRecords({
      format: fakeFormat,
      files: [file],
      standIns: new Set(),
      path,
      temporaryFolder: temporary(),
    });
    return { reading, lines: readRecordLines(path)!, path };
  };

  it('keeps different entries under one id apart, reads one that stands twice once, and reports both', () => {
    const { reading, lines } = derive(
      fakeText([{ entry: '1' }, { entry: '1' }, { entry: '1', name: 'Another' }, { entry: '2' }]),
    );
    expect(lines.map((line) => line.entry)).toEqual(['1', '1~2', '2']);
    expect(reading.issues).toBe(2);
    expect(reading.issueList.map((issue) => issue.line)).toEqual([3, 4]);
  });

  it('reports a bad row with its line and reads on', () => {
    const { reading } = derive('FAKE -\n{"entry":"1"}\n}{\n{"entry":"2"}\nEND\n');
    expect([...reading.entries]).toEqual(['1', '2']);
    expect(reading).toMatchObject({ issues: 1, lost: 1 });
    expect(reading.issueList[0]).toMatchObject({ file: 'fake.txt', line: 3 });
  });

  it('leaves no file where the reader refuses', () => {
    expect(() => derive('FAKE -\n{"entry":"1"}\n')).toThrow(
      expect.objectContaining({ code: 'AS_FILE_TRUNCATED' }),
    );
    expect(existsSync(join(folder, 'records.zst'))).toBe(false);
  });

  it('takes a file without its last line for not whole', () => {
    const { path } = derive(fakeText([{ entry: '1' }]));
    writeFileSync(path, Buffer.concat([...compressFrames([Buffer.from('fake.txt:2\t{"entry":"1"}\n')])]));
    expect(readRecordLines(path)).toBeUndefined();
  });
});

describe('versionHash', () => {
  it('is that of the file, or over all files in order of name', () => {
    const files = ['b', 'a'].map((name) => ({ name, sha256: sha256Of(name) }));
    expect(versionHash([files[0]!])).toBe(sha256Of('b'));
    expect(versionHash(files)).toBe(versionHash([...files].reverse()));
    expect(versionHash(files)).not.toBe(versionHash([files[0]!]));
  });
});
