import type { Period } from '#wire/results.ts';
import { text } from '../text.ts';

const STEPS = ['check', 'close', 'seal', 'publish'] as const;

function doneSteps(period: Period): Set<string> {
  const done = new Set<string>();
  if (period.state !== 'open') done.add('check').add('close');
  if (period.state === 'sealed') done.add('seal');
  if (period.publishedAt) done.add('publish');
  return done;
}

/** Kiểm tra → Chốt → Khóa sổ → Công khai, each said to be done, current or to come. */
export function Stepper({ period }: { period: Period }) {
  const done = doneSteps(period);
  const current = STEPS.find((step) => !done.has(step));
  return (
    <ol class="stepper" aria-label={text('steps.title')}>
      {STEPS.map((step) => {
        const state = done.has(step) ? 'done' : step === current ? 'now' : 'next';
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
