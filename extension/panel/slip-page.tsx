import { formatDate } from '#rules/format.ts';
import { say } from './citizen-words.ts';
import { Problem } from './problem.tsx';
import { QrCode } from './qr-code.tsx';
import { useAnswer } from './use-answer.ts';
import { usePanelState } from './use-panel-state.ts';

/** The slip an officer prints of the last survey link: place, code and address, and nothing of the applicant. */
export function SlipPage() {
  const { state } = usePanelState();
  const { answer } = useAnswer({ type: 'panel.slip' }, null);
  if (!state || !answer) return <p class="loading">{say('loading')}</p>;
  if (!answer.ok) return <Problem text={answer.message} />;
  const slip = answer.value;
  if (!slip) return <p>{say('noSlip')}</p>;
  return (
    <main>
      <header>
        <button type="button" class="primary" onClick={() => window.print()}>
          {say('printNow')}
        </button>
      </header>
      <article class="slip" aria-label={say('slip')}>
        <p>{state.device?.unitName}</p>
        <h1>{say('slipTitle')}</h1>
        <QrCode text={`${slip.url}?via=qr`} label={say('qr', { code: slip.code })} />
        <p>{slip.url}</p>
        <p>{say('slipText', { code: slip.code })}</p>
        <p>{say('slipUntil', { date: formatDate(slip.expires) })}</p>
      </article>
    </main>
  );
}
