import { labelIn } from './choice.ts';
import type { Choices } from './choices.ts';
import { TIME_CHOICES } from './choices-of-time.ts';
import type { Dossier, Step } from './dossier.ts';
import type { Evidence } from './finding.ts';
import { formatDateTime } from './format.ts';
import type { JudgedStep } from './judged-step.ts';

function words({ unit, due, ended }: Step): string {
  const limit = due ? `hạn ${formatDateTime(due)}` : 'không có hạn';
  return `${unit}: ${limit}, ${ended ? `xong ${formatDateTime(ended)}` : 'chưa ghi ngày xong'}`;
}

/** Not within the function below: a close asks it of a million dossiers, and a function made each time costs more than what it does. */
const rowsOf = (label: string, of: readonly Step[]) => of.map((step) => ({ label, value: words(step) }));

/**
 * What indicator 2 was read from: the judged step first, then the unit's own, then those of other agencies, each in its order. Units
 * alone, no officers. Empty when no steps were read.
 */
export function stepEvidence({ unit, steps }: Dossier, judged: JudgedStep | null, choices: Choices): Evidence[] {
  if (!steps?.length) return [];
  const rest = steps.filter((step) => step !== judged?.step);
  return [
    ...rowsOf('Bước được chấm', judged ? [judged.step] : []),
    ...rowsOf(
      'Bước của đơn vị',
      rest.filter((step) => step.unit === unit),
    ),
    ...rowsOf(
      'Các bước khác',
      rest.filter((step) => step.unit !== unit),
    ),
    { label: 'So sánh', value: labelIn(TIME_CHOICES, 'granularity', choices.granularity) },
  ];
}
