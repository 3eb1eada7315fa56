import { sha1 as sha1Of } from '@noble/hashes/legacy';
import { sha256 as sha256Of, sha512 as sha512Of } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { bytesOf } from './text';

/** SHA-1 in hexadecimal. */
export function sha1(text: string): string {
  return bytesToHex(sha1Of(bytesOf(text)));
}

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return bytesToHex(sha256Of(bytesOf(text)));
}

/** SHA-512 in hexadecimal. */
export function sha512(text: string): string {
  return bytesToHex(sha512Of(bytesOf(text)));
}

/** Adler-32 as a decimal number. */
export function adler32(text: string): string {
  let a = 1;
  let b = 0;
  for (const byte of bytesOf(text)) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return String(b * 65536 + a);
}
