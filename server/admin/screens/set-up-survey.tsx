import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { SURVEYS } from '#rules/surveys/index.ts';
import type { Survey } from '#rules/surveys/survey.ts';
import type { SetUp } from '#wire/set-up.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { useAdmin } from '../admin-context.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Fold } from '../parts/fold.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { surveyName } from '../survey-name.ts';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { localDay } from '../when.ts';
import { SurveyComparison, SurveyPreview } from './survey-wording.tsx';

/** Those published by today that ask after the result. */
const offered = (): readonly Survey[] =>
  SURVEYS.filter((survey: Survey) => survey.stages.returned && survey.from <= localDay(new Date()));

function Served({ id, children }: { id: string; children: (served: ServedSurvey) => ComponentChildren }) {
  const { api } = useAdmin();
  const served = useLoad(`survey ${id}`, (signal) => api.servedSurvey(id, signal));
  return <Loaded of={served}>{children}</Loaded>;
}

/** Which survey citizens get, how it reads, and what differs from another one, word by word. */
export function SetUpSurvey({ state, onState }: { state: SetUp; onState: () => void }) {
  const { api } = useAdmin();
  const [id, setId] = useState(state.survey.id);
  const [other, setOther] = useState('');
  const surveys = offered();
  const of = surveys.find((survey) => survey.id === id) ?? surveys[0];
  const compared = surveys.find((survey) => survey.id === other);
  const [done, setDone] = useState<Done | null>(null);
  const save = useAction(async () => {
    const before = state.survey;
    const after = surveys.find((survey) => survey.id === id) ?? before;
    await api.chooseSurvey(id);
    onState();
    const back = async () => {
      await api.chooseSurvey(before.id);
      setId(before.id);
      onState();
      setDone({ said: text('survey.saved', { name: surveyName(before) }) });
    };
    setDone({ said: text('survey.saved', { name: surveyName(after) }), ...(before.chosen && { back }) });
  });
  const feeds = of?.questions.some(({ indicator }) => indicator !== undefined);
  return (
    <>
      <p>{text('survey.intro')}</p>
      <Form fault={save.fault} onSubmit={save.run}>
        {save.fault && <FaultText fault={save.fault} />}
        <RadioField
          legend={text('survey.choose')}
          help={text('survey.choose.help')}
          value={id}
          onValue={setId}
          options={surveys.map((survey) => ({ value: survey.id, label: surveyName(survey) }))}
        />
        {!feeds && <p class="note">{text('survey.shareOnly')}</p>}
        <div class="actions">
          <WorkButton label={text('survey.save')} busyLabel={text('state.saving')} busy={save.busy} />
        </div>
        {done === null && state.survey.chosen && state.survey.id === id && (
          <p>{text('survey.saved', { name: surveyName(state.survey) })}</p>
        )}
      </Form>
      <Undo done={done} />
      <Fold summary={text('survey.preview')}>
        {of && <Served id={of.id}>{(served) => <SurveyPreview served={served} survey={of} />}</Served>}
      </Fold>
      <h2>{text('survey.compare')}</h2>
      <p>{text('survey.compare.intro')}</p>
      <SelectField
        label={text('survey.compare.with')}
        value={other}
        onValue={setOther}
        options={[
          { value: '', label: text('survey.compare.pick') },
          ...surveys
            .filter((survey) => survey.id !== id)
            .map((survey) => ({ value: survey.id, label: surveyName(survey) })),
        ]}
      />
      {compared && of && (
        <Served id={compared.id}>
          {(before) => (
            <Served id={of.id}>
              {(after) => (
                <SurveyComparison before={{ served: before, survey: compared }} after={{ served: after, survey: of }} />
              )}
            </Served>
          )}
        </Served>
      )}
    </>
  );
}
