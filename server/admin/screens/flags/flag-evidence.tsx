import { figureOf } from '#rules/figure-id.ts';
import { formatCount, formatPercent } from '#rules/format.ts';
import { printFigure } from '#rules/print-figure.ts';
import type { Flag } from '#wire/flag.ts';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';

const UNITS = { share: 'permille', difference: 'difference', count: 'count', ratio: 'hundredths' } as const;

function Line({ label, value, lang }: { label: string; value: string; lang?: string }) {
  return (
    <tr>
      <th scope="row" lang={lang}>
        {label}
      </th>
      <td lang={lang}>{value}</td>
    </tr>
  );
}

/** The numbers behind the sentence, then what it was read from, then the dossiers, each a link to its own screen. */
export function FlagEvidence({ flag }: { flag: Flag }) {
  const { n, k, value, low, high, measure, usual, evidence, hits } = flag;
  const figure = figureOf(`flag/${flag.id}`, UNITS[measure], value, { n, low, high });
  const count = (number: number) => formatCount(number, language());
  return (
    <>
      <section aria-labelledby="chung-cu">
        <h2 id="chung-cu">{text('flags.evidence')}</h2>
        <table>
          <caption class="unseen">{text('flags.evidence')}</caption>
          <tbody>
            <Line label={text('flags.evidence.count')} value={k === null ? count(n) : `${count(k)}/${count(n)}`} />
            <Line label={text('flags.evidence.value')} value={printFigure(figure, 'value', language())} />
            {low !== null && high !== null && (
              <Line label={text('flags.evidence.interval')} value={printFigure(figure, 'interval', language())} />
            )}
            {usual !== null && (
              <Line label={text('flags.judged.usual')} value={formatPercent(usual, 1000, language())} />
            )}
            {evidence.map((piece) => (
              <Line key={piece.label} label={piece.label} value={piece.value} lang="vi" />
            ))}
          </tbody>
        </table>
      </section>
      <section aria-labelledby="ho-so">
        <h2 id="ho-so">{text('flags.hits')}</h2>
        {hits.length === 0 ? (
          <p>{text('flags.hits.none')}</p>
        ) : (
          <>
            <p class="muted">{text('flags.hits.help', { n: 20 })}</p>
            <ul class="plain">
              {hits.map((code) => (
                <li key={code}>
                  <a class="code" href={linkTo(['ho-so', code])}>
                    {code}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}
