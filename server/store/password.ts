import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobody: Promise<string> | undefined;

/** Argon2id in PHC text, for passwords and PINs. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Whether `password` is the one behind `stored`; with no stored hash it works just as long and says no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword('không ai');
  const matches = await verify(stored ?? (await nobody), password.normalize('NFC'));
  return matches && stored !== null;
}
