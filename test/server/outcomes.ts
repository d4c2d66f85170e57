import type { Outcome } from '#wire/problem.ts';
import type { As, TestServer } from './test-server.ts';

/** Sends a list; what became of each item, a refusal by its code. */
export async function outcomesOf(
  server: TestServer,
  path: string,
  items: readonly unknown[],
  as: As,
): Promise<string[]> {
  const { body } = await server.request<{ outcomes: Outcome[] }>('POST', path, items, as);
  return body.outcomes.map((each) => (each.outcome === 'refused' ? each.problem.code : each.outcome));
}
