import { useId } from 'preact/hooks';
import { CONSENT_VERSION, saySent } from '../consent-text.ts';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { Problem } from './problem.tsx';
import { SentFacts } from './sent-facts.tsx';
import { useDoing } from './use-doing.ts';

const say = texts(
  {
    to: 'Gửi tới',
    first: '{n} hồ sơ hẹn trả sớm nhất sẽ được gửi như sau:',
    data: 'Dữ liệu sẽ gửi',
    raw: 'Nguyên văn từng ký tự',
    rawData: 'Nguyên văn dữ liệu',
    none: 'Chưa đọc được hồ sơ nào. Mở danh sách hồ sơ trên trang một cửa để xem trước nguyên văn.',
    agree: 'Đồng ý gửi',
  },
  {
    to: 'Sent to',
    first: 'The {n} dossiers promised earliest will be sent as follows:',
    data: 'Data to be sent',
    raw: 'Letter by letter',
    rawData: 'Data letter by letter',
    none: 'No dossier has been read yet. Open the list of dossiers in the back office to see the data beforehand.',
    agree: 'Agree to send',
  },
);

/** Shows what will leave this browser, field by field and word by word, before anything does. */
export function ConsentStep({ state, heading }: { state: PanelState; heading: string }) {
  const id = useId();
  const { busy, problem, run } = useDoing();
  const dossiers = state.preview?.dossiers ?? [];
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {heading}
      </h2>
      <p>
        {say('to')} <strong>{state.server}</strong>: {saySent('what')}
      </p>
      {state.consent > 0 && state.consent < CONSENT_VERSION && <p>{saySent('added')}</p>}
      {dossiers.length > 0 ? (
        <>
          <p>{say('first', { n: dossiers.length })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section class="raw" tabIndex={0} aria-label={say('data')}>
            {dossiers.map((dossier) => (
              <SentFacts key={dossier.code} dossier={dossier} />
            ))}
          </section>
          <details>
            <summary>{say('raw')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <section class="raw" tabIndex={0} aria-label={say('rawData')}>
              <pre>{JSON.stringify(dossiers, null, 2)}</pre>
            </section>
          </details>
        </>
      ) : (
        <p>{say('none')}</p>
      )}
      <Problem text={problem} />
      <button
        type="button"
        class="primary"
        aria-disabled={busy}
        onClick={() => void run({ type: 'panel.consent', agreed: true })}
      >
        {say('agree')}
      </button>
    </section>
  );
}
