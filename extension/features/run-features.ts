import type { Feature } from './feature.ts';
import { isOn } from './switches.ts';

const told = new Set<string>();

/** Said once per feature and message: a list is read many times a minute. */
function tell(feature: Feature, part: string, error: unknown): void {
  const line = `Đánh giá DVC: ${feature.id}.${part}: ${error instanceof Error ? error.message : String(error)}`;
  if (told.has(line)) return;
  told.add(line);
  console.error(line, error);
}

/** What `part` of every feature that is switched on gives, in list order, without the empty and the failed ones. */
export function runFeatures<T>(
  features: readonly Feature[],
  part: string,
  run: (feature: Feature) => T | null | undefined,
): T[] {
  return features.flatMap((feature) => {
    if (!isOn(feature.id)) return [];
    try {
      const result = run(feature);
      return result === null || result === undefined ? [] : [result];
    } catch (error) {
      tell(feature, part, error);
      return [];
    }
  });
}
