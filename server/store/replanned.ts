import { Refusal } from '../refusal.ts';

const ATTEMPTS = 5;

/**
 * Runs `plan`, which reads, decides and writes in one transaction. When that falls because another process wrote in between,
 * it is planned anew on what now stands; a refusal is an answer and is not tried again.
 */
export async function replanned<T>(plan: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await plan();
    } catch (error) {
      if (error instanceof Refusal || attempt === ATTEMPTS) throw error;
    }
}
