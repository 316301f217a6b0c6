import { Fault } from '../model/index.ts';

/** The bytes of a file that a request carries. Throws `AS_FIELD` where its content is not base64: a part of it would be lost. */
export function bytesOfFile({ name, base64 }: { readonly name: string; readonly base64: string }): Buffer {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64))
    throw new Fault('AS_FIELD', 'The content of a file is not base64.', {
      place: { file: name },
      remedy: 'Send it as base64 of RFC 4648, without line ends.',
    });
  return Buffer.from(base64, 'base64');
}
