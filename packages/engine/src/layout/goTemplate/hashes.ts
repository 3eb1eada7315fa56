import { bytesOf } from './text';

/** A message in blocks of 64 or 128 bytes, with the padding of the SHA family. */
function paddedMessage(text: string, block: 64 | 128): Uint8Array {
  const bytes = bytesOf(text);
  const lengthBytes = block / 8;
  const size = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(size - 8, BigInt(bytes.length) * 8n);
  return padded;
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function rotateRight(value: bigint, bits: bigint, width: bigint): bigint {
  const mask = (1n << width) - 1n;
  return ((value >> bits) | (value << (width - bits))) & mask;
}

function hex(words: readonly (number | bigint)[], width: number): string {
  return words
    .map(word => {
      const bits = width === 8 ? 32 : 64;
      return BigInt.asUintN(bits, BigInt(word))
        .toString(16)
        .padStart(width, '0');
    })
    .join('');
}

/** SHA-1 in hexadecimal. */
export function sha1(text: string): string {
  const message = new DataView(paddedMessage(text, 64).buffer);
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let offset = 0; offset < message.byteLength; offset += 64) {
    const words = Array.from({ length: 16 }, (_x, i) =>
      message.getInt32(offset + i * 4),
    );
    for (let i = 16; i < 80; i++) {
      const mixed = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16];
      words.push(rotateLeft(mixed, 1));
    }
    let [a, b, c, d, e] = state;
    words.forEach((word, i) => {
      let f = b ^ c ^ d;
      let k = i < 40 ? 0x6ed9eba1 : 0xca62c1d6;
      if (i < 20) {
        f = (b & c) | (~b & d);
        k = 0x5a827999;
      } else if (i >= 40 && i < 60) {
        f = (b & c) | (b & d) | (c & d);
        k = 0x8f1bbcdc;
      }
      const next = (rotateLeft(a, 5) + f + e + k + word) | 0;
      [a, b, c, d, e] = [next, a, rotateLeft(b, 30), c, d];
    });
    [a, b, c, d, e].forEach((value, i) => {
      state[i] = (state[i] + value) | 0;
    });
  }
  return hex(state, 8);
}

/** The first primes, whose roots are the constants of SHA-2. */
function primes(count: number): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) {
    if (found.every(prime => n % prime !== 0n)) found.push(n);
  }
  return found;
}

/** The bits behind the point of a root: the second or the third. */
function rootBits(value: bigint, degree: bigint, bits: bigint): bigint {
  const target = value << (bits * degree);
  let low = 0n;
  let high = target;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** degree <= target) low = middle;
    else high = middle - 1n;
  }
  return low & ((1n << bits) - 1n);
}

interface Sha2 {
  readonly bits: bigint;
  readonly block: 64 | 128;
  readonly rounds: number;
  /** Rotations of the schedule and of the state; the third of the first two shifts. */
  readonly turns: ReadonlyArray<readonly [bigint, bigint, bigint]>;
}

const SHA256: Sha2 = {
  bits: 32n,
  block: 64,
  rounds: 64,
  turns: [
    [7n, 18n, 3n],
    [17n, 19n, 10n],
    [6n, 11n, 25n],
    [2n, 13n, 22n],
  ],
};

const SHA512: Sha2 = {
  bits: 64n,
  block: 128,
  rounds: 80,
  turns: [
    [1n, 8n, 7n],
    [19n, 61n, 6n],
    [14n, 18n, 41n],
    [28n, 34n, 39n],
  ],
};

function sha2(text: string, { bits, block, rounds, turns }: Sha2): string {
  const mask = (1n << bits) - 1n;
  const turn = (index: number, value: bigint) => {
    const [a, b, c] = turns[index];
    const last = index < 2 ? value >> c : rotateRight(value, c, bits);
    return rotateRight(value, a, bits) ^ rotateRight(value, b, bits) ^ last;
  };
  const state = primes(8).map(prime => rootBits(prime, 2n, bits));
  const constants = primes(rounds).map(prime => rootBits(prime, 3n, bits));
  const bytes = paddedMessage(text, block);
  const wordSize = block / 16;
  for (let offset = 0; offset < bytes.length; offset += block) {
    const words: bigint[] = [];
    for (let i = 0; i < 16; i++) {
      const at = offset + i * wordSize;
      const word = bytes.slice(at, at + wordSize);
      words.push(word.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n));
    }
    for (let i = 16; i < rounds; i++) {
      const sum =
        words[i - 16] +
        turn(0, words[i - 15]) +
        words[i - 7] +
        turn(1, words[i - 2]);
      words.push(sum & mask);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < rounds; i++) {
      const choice = (e & f) ^ (~e & mask & g);
      const first = h + turn(2, e) + choice + constants[i] + words[i];
      const second = turn(3, a) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [
        g,
        f,
        e,
        (d + first) & mask,
        c,
        b,
        a,
        (first + second) & mask,
      ];
    }
    [a, b, c, d, e, f, g, h].forEach((value, i) => {
      state[i] = (state[i] + value) & mask;
    });
  }
  return hex(state, wordSize * 2);
}

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return sha2(text, SHA256);
}

/** SHA-512 in hexadecimal. */
export function sha512(text: string): string {
  return sha2(text, SHA512);
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
