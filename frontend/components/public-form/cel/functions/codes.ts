import { CelScalar, celFunc, type CelFunc } from '@bufbuild/cel';
import { Failed } from '../failures';

const { BYTES, STRING } = CelScalar;

const quoted = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const inBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

function fromBase64(text: string): Uint8Array {
  const padded = text + '='.repeat((4 - (text.length % 4)) % 4);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(padded)) throw new Failed('no base64');
  return Uint8Array.from(atob(padded), (each) => each.charCodeAt(0));
}

export const CODES: CelFunc[] = [
  celFunc('url.encode', [STRING], STRING, quoted),
  celFunc('base64.encode', [STRING], STRING, (text) => inBase64(new TextEncoder().encode(text))),
  celFunc('base64.encode', [BYTES], STRING, inBase64),
  celFunc('base64.decode', [STRING], BYTES, fromBase64),
];
