import { useState } from 'preact/hooks';
import { formatDateTime, formatList } from '#rules/format.ts';
import { useAdmin } from '../admin-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { ApologyForm } from './apology-form.tsx';
import { ApologyLetter } from './apology-letter.tsx';

interface ApologyDialogProps {
  dossier: string;
  /** Called when it closes. @param changed whether a letter was put on record or taken back. */
  onClose: (changed: boolean) => void;
}

/** The letters of apology of one dossier: those on record, and the form for another. */
export function ApologyDialog({ dossier, onClose }: ApologyDialogProps) {
  const { api } = useAdmin();
  const known = useLoad(`apologies ${dossier}`, (signal) => api.apologies(dossier, signal));
  const [done, setDone] = useState({ said: '', times: 0 });
  function tell(said: string): void {
    setDone(({ times }) => ({ said, times: times + 1 }));
    known.again();
  }
  return (
    <Dialog title={text('apology.title', { dossier })} onClose={() => onClose(done.times > 0)}>
      <p role="status">{done.said}</p>
      <Loaded of={known}>
        {({ promised, reappointed, letters }) => (
          <>
            <p>
              {text('apology.dates', {
                promised: promised ? formatDateTime(promised) : text('apology.notKnown'),
                again: reappointed?.length
                  ? formatList(reappointed.map((date) => formatDateTime(date)))
                  : text(reappointed ? 'apology.promised.none' : 'apology.notKnown'),
              })}
            </p>
            {(reappointed?.length ?? 0) > 0 && <p class="note">{text('apology.again.note')}</p>}
            <h3>{text('apology.list')}</h3>
            {letters.length === 0 ? (
              <p>{text('apology.none')}</p>
            ) : (
              <ul class="findings">
                {letters.map((letter) => (
                  <ApologyLetter key={`${letter.sent} ${done.times}`} letter={letter} onDone={tell} />
                ))}
              </ul>
            )}
            <h3>{text('apology.new')}</h3>
            <ApologyForm
              key={done.times}
              dossier={dossier}
              letter={null}
              onSaved={({ sent }) => tell(text('apology.saved', { sent: formatDateTime(sent) }))}
            />
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
