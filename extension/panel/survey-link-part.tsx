import { useId, useState } from 'preact/hooks';
import { formatDate } from '#rules/format.ts';
import type { Answered, Stage, SurveyLink } from '../work-messages.ts';
import { askFor } from './ask.ts';
import { say } from './citizen-words.ts';
import { QrCode } from './qr-code.tsx';

/** The same page, and the answer is known to have come by the code. */
const scanned = (url: string): string => `${url}?via=qr`;

function Invitation({ code, link }: { code: string; link: SurveyLink }) {
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
        {/* On a page of its own: a side panel is not printed by every browser. */}
        <a class="button" href="/slip.html" target="_blank" rel="noreferrer">
          {say('print')}
        </a>
      </p>
      <p role="status">{said}</p>
    </>
  );
}

interface Props {
  readonly code: string;
  readonly stage: Stage;
}

/** A survey link for the open dossier, made by this browser in the officer's name: as an address, a QR code and a slip. */
export function SurveyLinkPart({ code, stage }: Props) {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answered<SurveyLink> | null>(null);
  const invite = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setAnswer(await askFor({ type: 'panel.invite', code, stage }));
    setBusy(false);
  };
  if (answer?.ok) return <Invitation code={code} link={answer.value} />;
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
