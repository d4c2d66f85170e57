import { useId, useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import type { Answered, Stage, SurveyLink } from '../work-messages.ts';
import { askFor } from './ask.ts';
import { say } from './citizen-words.ts';
import { QrCode } from './qr-code.tsx';

interface SlipProps {
  readonly code: string;
  readonly unitName: string;
  readonly link: SurveyLink;
}

/** The same page, and the answer is known to have come by the code. */
const scanned = (url: string): string => `${url}?via=qr`;

/** What is printed: nothing of the page around it, and nothing of the applicant. */
function Slip({ code, unitName, link: { url, expires } }: SlipProps) {
  return (
    <section class="slip" aria-hidden="true">
      <p>{unitName}</p>
      <h2>{say('slipTitle')}</h2>
      <QrCode text={scanned(url)} label="" />
      <p>{url}</p>
      <p>{say('slipText', { code })}</p>
      <p>{say('slipUntil', { date: formatDate(expires) })}</p>
    </section>
  );
}

function Invitation({ code, unitName, link }: SlipProps) {
  const id = useId();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const done = await navigator.clipboard.writeText(link.url).then(
      () => true,
      () => false,
    );
    setSaid(say(done ? 'copied' : 'notCopied'));
  };
  return (
    <>
      <QrCode text={scanned(link.url)} label={say('qr', { code })} />
      <p class="meta">{say('qrHelp', { date: formatDate(link.expires) })}</p>
      <label for={id}>{say('link')}</label>
      <input id={id} readOnly value={link.url} onFocus={({ currentTarget }) => currentTarget.select()} />
      <p class="choices">
        <button type="button" onClick={() => void copy()}>
          {say('copy')}
        </button>
        <button type="button" onClick={() => window.print()}>
          {say('print')}
        </button>
      </p>
      <p role="status">{said}</p>
      <Slip code={code} unitName={unitName} link={link} />
    </>
  );
}

interface Props {
  readonly code: string;
  readonly stage: Stage;
  readonly unitName: string;
}

/** A survey link for the open dossier, made by this browser in the officer's name: as an address, a QR code and a slip. */
export function SurveyLinkPart({ code, stage, unitName }: Props) {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answered<SurveyLink> | null>(null);
  const invite = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setAnswer(await askFor({ type: 'panel.invite', code, stage }));
    setBusy(false);
  };
  if (answer?.ok) return <Invitation code={code} unitName={unitName} link={answer.value} />;
  return (
    <>
      <button type="button" aria-disabled={busy} onClick={() => void invite()}>
        {say(busy ? 'inviting' : 'invite')}
      </button>
      <p class="problem" role="alert">
        {answer?.message}
      </p>
    </>
  );
}
