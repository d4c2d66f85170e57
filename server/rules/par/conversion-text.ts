import { formatHundredths } from '../format.ts';
import type { Hundredths } from '../points.ts';
import type { Conversion, ConversionStep } from './conversion.ts';

const number = (whole: string, rest: string) => String.raw`(?<${whole}>\d{1,4})(?:[.,](?<${rest}>\d{1,2}))?`;
const BOUND = new RegExp(
  String.raw`^(?<below>dưới\s+)?${number('ratio', 'ratioRest')}\s*%?\s*=\s*${number('points', 'pointsRest')}$`,
);

const hundredthsOf = (units = '', rest = ''): Hundredths => Number(units) * 100 + Number(rest.padEnd(2, '0'));

/** What a text of bounds must look like, for whoever types it. */
export const CONVERSION_HELP =
  'Viết từng mốc «tỷ lệ = điểm», cách nhau bằng dấu chấm phẩy, tỷ lệ tăng dần. Ví dụ: 80 = 1; 95 = 2';

/**
 * `80 = 1; 95 = 2` as a conversion: points from each ratio on, or evenly between the two bounds, where `dưới 80 = 0` may tell what is
 * below the first. @returns `null` for a text that is not of this form.
 */
export function parseConversion(kind: Conversion['kind'], text: string): Conversion | null {
  const bounds: ConversionStep[] = [];
  let below: Hundredths | null = null;
  for (const part of text.split(';').map((each) => each.normalize('NFC').trim().toLowerCase())) {
    if (part === '') continue;
    const found = BOUND.exec(part)?.groups;
    if (!found) return null;
    const points = hundredthsOf(found.points, found.pointsRest);
    if (found.below !== undefined) below = points;
    else bounds.push({ from: hundredthsOf(found.ratio, found.ratioRest), points });
  }
  const [first, second, ...more] = bounds;
  if (kind === 'steps') return first && below === null ? { kind, steps: bounds } : null;
  if (!first || !second || more.length > 0) return null;
  return {
    kind,
    below: below ?? first.points,
    from: { ratio: first.from, points: first.points },
    to: { ratio: second.from, points: second.points },
  };
}

/** A conversion as it is typed. */
export function conversionText(how: Conversion): string {
  const bound = (ratio: Hundredths, points: Hundredths) => `${formatHundredths(ratio)} = ${formatHundredths(points)}`;
  if (how.kind === 'steps') return how.steps.map(({ from, points }) => bound(from, points)).join('; ');
  const { below, from, to } = how;
  return [
    ...(below === from.points ? [] : [`dưới ${bound(from.ratio, below)}`]),
    bound(from.ratio, from.points),
    bound(to.ratio, to.points),
  ].join('; ');
}
