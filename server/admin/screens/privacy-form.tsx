import { useState } from 'preact/hooks';
import type { PrivacySettings } from '#wire/privacy.ts';
import { useAdmin } from '../admin-context.ts';
import { issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { Undo, useStanding } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';

const monthsOf = (typed: string) => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null);

type Changed = Pick<PrivacySettings, 'notice' | 'commentMonths' | 'dossierMonths'>;

interface PrivacyFieldsProps {
  settings: Changed;
  /** What citizens read where the province wrote nothing of its own. */
  standard: string;
  onTry: () => void;
  onSave: (next: Changed) => Promise<void>;
}

function PrivacyFields({ settings, standard, onTry, onSave }: PrivacyFieldsProps) {
  const [notice, setNotice] = useState(settings.notice ?? '');
  const [comments, setComments] = useState(String(settings.commentMonths));
  const [dossiers, setDossiers] = useState(String(settings.dossierMonths));
  const [tried, setTried] = useState(false);
  const [commentMonths, dossierMonths] = [monthsOf(comments), monthsOf(dossiers)];
  const own = notice.trim();
  const save = useAction(async () => {
    if (commentMonths === null || dossierMonths === null) return;
    await onSave({ notice: own === '' ? null : own, commentMonths, dossierMonths });
  });
  const wrong = (months: number | null, path: string) =>
    tried && months === null ? text('privacy.months.wrong') : issueOf(save.fault, path);

  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        onTry();
        setTried(true);
        if (commentMonths !== null && dossierMonths !== null) void save.run();
      }}
    >
      {save.fault && <FaultText beside fault={save.fault} />}
      <LongField
        label={text('privacy.notice')}
        help={text('privacy.notice.help')}
        value={notice}
        onValue={setNotice}
        error={issueOf(save.fault, 'notice')}
      />
      <h2>{text('privacy.preview')}</h2>
      <div class="note">
        {(own || standard).split(/\n+/).map((line, i) => (
          <p key={`${i}.${line}`}>{line}</p>
        ))}
      </div>
      <Field
        digits
        label={text('privacy.comments')}
        help={text('privacy.comments.help')}
        value={comments}
        onValue={setComments}
        error={wrong(commentMonths, 'commentMonths')}
      />
      <Field
        digits
        label={text('privacy.dossiers')}
        help={text('privacy.dossiers.help')}
        value={dossiers}
        onValue={setDossiers}
        error={wrong(dossierMonths, 'dossierMonths')}
      />
      <div class="actions">
        <WorkButton label={text('privacy.save')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
    </Form>
  );
}

const changedOf = ({ notice, commentMonths, dossierMonths }: Changed): Changed => ({
  notice,
  commentMonths,
  dossierMonths,
});

/** The notice with the text citizens will read under it, and the terms in months; saved together. */
export function PrivacyForm({ settings }: { settings: PrivacySettings }) {
  const { api } = useAdmin();
  const put = async (next: Changed) => changedOf(await api.changePrivacy(next));
  const { stands, key, save, done, onTry } = useStanding(changedOf(settings), put, text('privacy.done'));
  return (
    <>
      <PrivacyFields key={key} settings={stands} standard={settings.standard} onTry={onTry} onSave={save} />
      <Undo done={done} />
    </>
  );
}
