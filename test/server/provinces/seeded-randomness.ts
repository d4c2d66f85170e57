import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { fewRandomBytes } from '../../../server/store/secret.ts';

/** As many as `secret.ts` draws at once. */
const POOL_BYTES = 4096;

const real = { randomBytes: crypto.randomBytes, randomInt: crypto.randomInt, randomUUID: crypto.randomUUID };

/** Bytes that follow from `seed` alone. */
function* bytesFrom(seed: string): Generator<number, never> {
  for (let n = 0; ; n += 1) yield* crypto.createHash('sha256').update(`${seed} ${n}`).digest();
}

/** From now on chance gives every program of this process the same for the same `seed`; `backToChance` ends it. */
export function drawFrom(seed: string): void {
  const bytes = bytesFrom(seed);
  const draw = (size: number) => Buffer.from(Array.from({ length: size }, () => bytes.next().value));
  Object.assign(crypto, {
    randomBytes: draw,
    randomInt: (low: number, high?: number) => {
      const [from, to] = high === undefined ? [0, low] : [low, high];
      return from + (draw(6).readUIntBE(0, 6) % (to - from));
    },
    randomUUID: () => `${draw(4).toString('hex')}-0000-4000-8000-${draw(6).toString('hex')}`,
  });
  syncBuiltinESMExports();
  emptyPool();
}

/** Random bytes are drawn ahead, so many at once; what is left of them is of before. */
function emptyPool(): void {
  fewRandomBytes(POOL_BYTES);
}

export function backToChance(): void {
  Object.assign(crypto, real);
  syncBuiltinESMExports();
  emptyPool();
}
