import { formatCount, formatInterval, formatN, formatPercent } from '#rules/format.ts';
import type { UnitResult } from '#wire/results.ts';
import { text } from '../text.ts';

const PARTS = ['early', 'onTime', 'overdue', 'unknown', 'otherPeriod'] as const;
const SIGNS = { early: '▲', onTime: '●', overdue: '■', unknown: '?', otherPeriod: '→' } as const;

/** How much stands behind the unit's figures, with parts that add to their whole. */
export function UnitEvidence({ unit }: { unit: UnitResult }) {
  const { n, punctuality, satisfactionShare: share } = unit;
  const whole = PARTS.reduce((sum, part) => sum + punctuality[part], 0);
  return (
    <section aria-labelledby="so-lieu">
      <h2 id="so-lieu">{text('unit.evidence')}</h2>
      <dl class="facts">
        <div>
          <dt>{text('unit.dossiers')}</dt>
          <dd>{formatCount(n.dossiers)}</dd>
        </div>
        <div>
          <dt>{text('unit.official')}</dt>
          <dd>{formatCount(n.official)}</dd>
        </div>
        <div>
          <dt>{text('unit.selfScores')}</dt>
          <dd>{formatCount(n.selfScores)}</dd>
        </div>
        <div>
          <dt>{text('unit.officerLink')}</dt>
          <dd>{formatCount(n.officerLink)}</dd>
        </div>
        <div>
          <dt>{text('unit.openForms')}</dt>
          <dd>{formatCount(n.open)}</dd>
        </div>
        {share && (
          <div>
            <dt>{text('unit.share')}</dt>
            <dd>
              {text('unit.share.value', {
                value: formatPercent(share.value, 1000),
                interval: formatInterval(share.low, share.high),
                n: formatN(share.n),
              })}
            </dd>
          </div>
        )}
        <div>
          <dt>{text('unit.punctuality')}</dt>
          <dd>
            {PARTS.map((part) => (
              <span key={part} class="part">
                <span aria-hidden="true">{SIGNS[part]}</span> {text(`punctuality.${part}`)}{' '}
                {formatCount(punctuality[part])}
              </span>
            ))}
            <span class="part">{text('punctuality.sum', { n: formatCount(whole) })}</span>
          </dd>
        </div>
      </dl>
      {share && <p class="small muted">{text('unit.interval')}</p>}
    </section>
  );
}
