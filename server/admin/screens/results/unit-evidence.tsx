import { formatCount } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { UnitPage } from '#wire/unit-page.ts';
import { language, text } from '../../text.ts';

const PARTS = ['early', 'onTime', 'overdue', 'unknown', 'otherPeriod'] as const;
const SIGNS = { early: '▲', onTime: '●', overdue: '■', unknown: '?', otherPeriod: '→' } as const;
const COUNTS = [
  ['dossiers', 'unit.dossiers'],
  ['official', 'unit.official'],
  ['selfScores', 'unit.selfScores'],
  ['officerLink', 'unit.officerLink'],
  ['open', 'unit.openForms'],
] as const;

type UnitEvidenceProps = Pick<UnitPage, 'n' | 'punctuality' | 'satisfactionShare'>;

/** How much stands behind the unit's figures, with parts that add to their whole. */
export function UnitEvidence({ n, punctuality, satisfactionShare: share }: UnitEvidenceProps) {
  if (n === null || punctuality === null) return null;
  const count = (value: number) => formatCount(value, language());
  const whole = PARTS.reduce((sum, part) => sum + punctuality[part], 0);
  return (
    <section aria-labelledby="so-lieu">
      <h2 id="so-lieu">{text('unit.evidence')}</h2>
      <dl class="facts">
        {COUNTS.map(([key, label]) => (
          <div key={key}>
            <dt>{text(label)}</dt>
            <dd>{count(n[key])}</dd>
          </div>
        ))}
        {share && (
          <div>
            <dt>{text('unit.share')}</dt>
            <dd data-figure={share.id}>
              {text('unit.share.value', {
                value: printFigure(share, 'value', language()),
                interval: printFigure(share, 'interval', language()),
                n: printFigure(share, 'n', language()),
              })}
            </dd>
          </div>
        )}
        <div>
          <dt>{text('unit.punctuality')}</dt>
          <dd>
            {PARTS.map((part) => (
              <span key={part} class="part">
                <span aria-hidden="true">{SIGNS[part]}</span> {text(`punctuality.${part}`)} {count(punctuality[part])}
              </span>
            ))}
            <span class="part">{text('punctuality.sum', { n: count(whole) })}</span>
          </dd>
        </div>
      </dl>
    </section>
  );
}
