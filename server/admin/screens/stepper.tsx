import type { Period } from '#wire/results.ts';
import { text } from '../text.ts';

const STEPS = ['check', 'close', 'objections', 'appraisal', 'seal', 'publish'] as const;
type Step = (typeof STEPS)[number];

/** A year of quarters has no step of its own between its result and the seal. */
const stepsOf = ({ parts }: Period) =>
  parts.length > 0 ? STEPS.filter((step) => step !== 'objections' && step !== 'appraisal') : STEPS;

function doneSteps(period: Period): Set<Step> {
  const done = new Set<Step>();
  if (period.state !== 'open' && period.state !== 'waiting') done.add('check');
  if (period.snapshot !== null) done.add('check').add('close');
  if (period.state === 'sealed') done.add('objections').add('appraisal').add('seal');
  if (period.publishedAt) done.add('publish');
  return done;
}

/** Both are open to whoever has something to say, until the seal. */
const isBeside = (step: Step) => step === 'objections' || step === 'appraisal';

/** Kiểm tra → Chốt tạm → Nhận ý kiến → Thẩm định → Khóa sổ → Công khai, each said to be done, current or to come. */
export function Stepper({ period }: { period: Period }) {
  const done = doneSteps(period);
  const steps = stepsOf(period);
  const current = steps.find((step) => !done.has(step));
  return (
    <ol class="stepper" aria-label={text('steps.title')}>
      {steps.map((step) => {
        const now = step === current || (current !== undefined && isBeside(current) && isBeside(step));
        const state = done.has(step) ? 'done' : now ? 'now' : 'next';
        return (
          <li key={step} class={state} aria-current={state === 'now' ? 'step' : undefined}>
            <strong>{text(`step.${step}`)}</strong>
            <span class="small">
              <span aria-hidden="true">{{ done: '✓ ', now: '● ', next: '○ ' }[state]}</span>
              {text(`step.${state}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
