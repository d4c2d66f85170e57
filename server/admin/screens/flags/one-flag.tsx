import { FLAG_CITE } from '#rules/flag-days.ts';
import { formatCount, formatDate } from '#rules/format.ts';
import { citationText } from '#rules/law.ts';
import type { Flag } from '#wire/flag.ts';
import type { Period } from '#wire/results.ts';
import { actorName } from '../../actor-name.ts';
import { useAdmin } from '../../admin-context.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { linkTo } from '../../place.ts';
import { language, text } from '../../text.ts';
import { useLoad } from '../../use-load.ts';
import { when } from '../../when.ts';
import { AnswerFlag } from './answer-flag.tsx';
import { FlagEvidence } from './flag-evidence.tsx';
import { askedText } from './flag-place.ts';
import { FlagVerdictForm } from './flag-verdict.tsx';

interface OfFlagProps {
  period: string;
  flag: Flag;
  again: () => void;
}

function Said({ by, at, text: words }: Flag['answers'][number]) {
  return (
    <>
      <p lang="vi">{words}</p>
      <p class="small muted">{text('flags.said', { by: actorName(by), at: when(at) })}</p>
    </>
  );
}

function Answers({ period, flag, again }: OfFlagProps) {
  const { session } = useAdmin();
  const { unit, officer, answers, due } = flag;
  const answerer = unit === '' ? 'province-admin' : 'unit-admin';
  return (
    <section aria-labelledby="giai-trinh">
      <h2 id="giai-trinh">{text('flags.answers')}</h2>
      {answers.length === 0 && <p>{text('flags.answers.none')}</p>}
      <ol class="findings">
        {answers.map((said) => (
          <li key={said.at} class="finding-item">
            <Said {...said} />
          </li>
        ))}
      </ol>
      {due !== null && (
        <p class="small muted">{text('flags.answers.due', { date: formatDate(due), cite: citationText(FLAG_CITE) })}</p>
      )}
      {officer === null && session.role === answerer ? (
        <AnswerFlag period={period} flag={flag.id} onSent={again} />
      ) : (
        <p>
          {officer === null
            ? text(unit === '' ? 'flags.answers.province' : 'flags.answers.unit')
            : text('flags.answers.officer', { officer })}
        </p>
      )}
    </section>
  );
}

function Verdicts({ period, flag, again }: OfFlagProps) {
  const { session } = useAdmin();
  const { unit, verdicts } = flag;
  const decides = session.role === 'reviewer' || session.role === 'province-admin';
  return (
    <section aria-labelledby="ket-luan">
      <h2 id="ket-luan">{text('flags.verdicts')}</h2>
      {verdicts.length === 0 && <p>{text('flags.verdicts.none')}</p>}
      <ol class="findings">
        {verdicts.map((said) => (
          <li key={said.at} class="finding-item">
            <p>
              <strong>{text(`flags.verdict.${said.verdict}`)}</strong>
            </p>
            <Said {...said} />
          </li>
        ))}
      </ol>
      {decides && (unit !== '' || session.unit === null) && (
        <FlagVerdictForm period={period} flag={flag.id} onDone={again} />
      )}
    </section>
  );
}

function Looked({ flag: { seenBy } }: { flag: Flag }) {
  const { session } = useAdmin();
  return (
    <section aria-labelledby="da-xem">
      <h2 id="da-xem">{text('flags.looked')}</h2>
      <p>
        {text('flags.looked.n', { n: formatCount(seenBy, language()) })}{' '}
        {session.role === 'province-admin' && (
          <a href={linkTo(['thiet-lap', 'nhat-ky'], { viec: 'flags' })}>{text('flags.looked.log')}</a>
        )}
      </p>
    </section>
  );
}

/** One flag: what was seen, what it may come from, what was not done; the evidence; what was said to it and what came of it. */
export function OneFlag({ period, id }: { period: Period; id: string }) {
  const { api } = useAdmin();
  const [check = '', unit = '', officer = ''] = id.split('/');
  const load = useLoad(`flag ${period.period} ${id}`, async (signal) => {
    // Of a unit alone its officers come too, after it.
    const { flags } = await api.flags({ period: period.period, check, unit, officer }, signal);
    return { flag: flags.find((each) => each.id === id) ?? null };
  });
  const flag = load.value?.flag ?? null;
  const of = { period: period.period, again: load.again };
  return (
    <>
      <p>
        <a href={linkTo(['can-xem-lai'], { ky: period.period })}>{text('flags.back')}</a>
      </p>
      <h1 tabIndex={-1} lang={flag ? 'vi' : undefined}>
        {flag?.name ?? text('flags.title')}
      </h1>
      <Loaded of={load}>
        {() =>
          flag === null ? (
            <p class="note">{text('flags.gone')}</p>
          ) : (
            <>
              <p>
                {askedText(flag)} · {period.label} · <strong>{text(`flags.state.${flag.state}`)}</strong>
              </p>
              <section aria-labelledby="thay-gi">
                <h2 id="thay-gi">{text('flags.seen')}</h2>
                <p lang="vi">{flag.sentence}</p>
              </section>
              <section aria-labelledby="co-the-do">
                <h2 id="co-the-do">{text('flags.maybe')}</h2>
                <ul lang="vi">
                  {flag.explanations.map((each) => (
                    <li key={each}>{each}</li>
                  ))}
                </ul>
              </section>
              <section aria-labelledby="chua-lam">
                <h2 id="chua-lam">{text('flags.not')}</h2>
                <p>{text('flags.not.text')}</p>
                {flag.certainty === 'reading' && <p class="small muted">{text('flags.reading')}</p>}
              </section>
              <FlagEvidence flag={flag} />
              <Answers {...of} flag={flag} />
              <Verdicts {...of} flag={flag} />
              <Looked flag={flag} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
