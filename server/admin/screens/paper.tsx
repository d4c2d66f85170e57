import { useEffect, useRef, useState } from 'preact/hooks';
import type { ServedSurvey } from '#wire/survey.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { ApiFault, issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { LongField } from '../parts/long-field.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { linkTo } from '../place.ts';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { useLoad } from '../use-load.ts';
import { type Helper, NOBODY, PaperFilledBy, toldOf } from './paper-filled-by.tsx';
import { type Answers, PaperQuestions, questionsOf, type Stage } from './paper-questions.tsx';

/** The form the guide prints; sheets of other forms come as a file. */
const SURVEY = 'danhgia-2026';

/** One sheet after the other: unit, day and stage stay for the next one of the pile. */
function Entry({ units, survey }: { units: readonly Unit[]; survey: ServedSurvey }) {
  const { api, session } = useAdmin();
  const [unit, setUnit] = useState(session.unit ?? '');
  const [day, setDay] = useState('');
  const [stage, setStage] = useState<Stage>('returned');
  const [form, setForm] = useState('');
  const [dossier, setDossier] = useState('');
  const [told, setTold] = useState<Helper>(NOBODY);
  const [answers, setAnswers] = useState<Answers>({});
  const [comment, setComment] = useState('');
  const [done, setDone] = useState('');
  const [entered, setEntered] = useState(0);
  const number = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (entered > 0) number.current?.querySelector('input')?.focus();
  }, [entered]);

  const save = useAction(async () => {
    const asked = questionsOf(survey, stage, answers).map(({ code }) => code);
    const [outcome] = await api.putPaper({
      ...{ form: form.trim(), unit, day, survey: survey.id, version: survey.version, stage, lang: 'vi' },
      answers: Object.fromEntries(Object.entries(answers).filter(([code, option]) => option && asked.includes(code))),
      ...(dossier.trim() && { dossier: dossier.trim() }),
      ...(comment.trim() && { comment: comment.trim() }),
      ...toldOf(told),
    });
    if (outcome?.outcome === 'refused') throw new ApiFault(outcome.status, outcome.problem);
    setDone(text(outcome?.outcome === 'repeated' ? 'paper.same' : 'paper.saved', { form: form.trim() }));
    setForm('');
    setDossier('');
    setTold(NOBODY);
    setAnswers({});
    setComment('');
    setEntered((n) => n + 1);
  });
  const error = (path: string) => issueOf(save.fault, path);
  return (
    <Form
      fault={save.fault}
      onSubmit={() => {
        setDone('');
        void save.run();
      }}
    >
      <UnitSelect units={units} value={unit} onValue={setUnit} error={error('unit')} />
      <Field label={text('paper.day')} date value={day} onValue={setDay} error={error('day')} />
      <RadioField
        legend={text('paper.stage')}
        value={stage}
        onValue={(value) => setStage(value as Stage)}
        options={(['returned', 'submitted'] as const).map((value) => ({ value, label: text(`paper.stage.${value}`) }))}
      />
      <div ref={number}>
        <Field
          label={text('paper.form')}
          help={text('paper.form.help')}
          value={form}
          onValue={setForm}
          error={error('form')}
        />
      </div>
      <Field
        label={text('paper.dossier')}
        help={text('paper.dossier.help')}
        value={dossier}
        onValue={setDossier}
        error={error('dossier')}
      />
      <PaperFilledBy told={told} onTold={setTold} error={error} />
      <PaperQuestions
        survey={survey}
        stage={stage}
        answers={answers}
        fault={save.fault}
        onAnswer={(code, option) => setAnswers((before) => ({ ...before, [code]: option }))}
      />
      <LongField label={text('paper.comment')} value={comment} onValue={setComment} error={error('comment')} />
      {save.fault && <FaultText beside fault={save.fault} />}
      <div class="actions">
        <WorkButton label={text('paper.save')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
      <p role="status">{done}</p>
    </Form>
  );
}

/** Paper forms typed in by hand: `#/phieu-giay`. */
export function Paper() {
  const { api } = useAdmin();
  const units = useLoad('units', (signal) => api.units(signal));
  const survey = useLoad('survey', (signal) => api.servedSurvey(SURVEY, signal));
  return (
    <>
      <h1 tabIndex={-1}>{text('paper.title')}</h1>
      <p>{text('paper.intro')}</p>
      <p>
        <a href={linkTo(['nhap'])}>{text('paper.file')}</a>
      </p>
      <Loaded of={units}>
        {({ units: list }) => <Loaded of={survey}>{(served) => <Entry units={list} survey={served} />}</Loaded>}
      </Loaded>
    </>
  );
}
