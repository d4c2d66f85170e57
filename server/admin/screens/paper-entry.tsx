import { useEffect, useRef, useState } from 'preact/hooks';
import type { PaperResponse } from '#wire/paper-response.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import type { Unit } from '#wire/unit.ts';
import { useAdmin } from '../admin-context.ts';
import { ApiFault, issueOf } from '../api.ts';
import { FaultText } from '../parts/fault-text.tsx';
import { Field } from '../parts/field.tsx';
import { Form } from '../parts/form.tsx';
import { LongField } from '../parts/long-field.tsx';
import { RadioField } from '../parts/radio-field.tsx';
import { type Done, Undo } from '../parts/undo.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { WorkButton } from '../parts/work-button.tsx';
import { text } from '../text.ts';
import { useAction } from '../use-action.ts';
import { type Helper, NOBODY, PaperFilledBy, toldOf } from './paper-filled-by.tsx';
import { type Answers, PaperQuestions, questionsOf, type Stage } from './paper-questions.tsx';
import { differing, PaperTwice } from './paper-twice.tsx';

/** What is typed anew for each sheet. */
interface Sheet {
  readonly form: string;
  readonly dossier: string;
  readonly told: Helper;
  readonly answers: Answers;
  readonly comment: string;
}
const EMPTY: Sheet = { form: '', dossier: '', told: NOBODY, answers: {}, comment: '' };

/** One sheet after the other: unit, day and stage stay for the next one of the pile. */
export function PaperEntry({ units, survey }: { units: readonly Unit[]; survey: ServedSurvey }) {
  const { api, session } = useAdmin();
  const [unit, setUnit] = useState(session.unit ?? '');
  const [day, setDay] = useState('');
  const [stage, setStage] = useState<Stage>('returned');
  const [sheet, setSheet] = useState<Sheet>(EMPTY);
  const [done, setDone] = useState<Done | null>(null);
  const [entered, setEntered] = useState(0);
  // Typed twice, compared here: the first entry is kept until the second agrees.
  const [twice, setTwice] = useState(false);
  const [first, setFirst] = useState<Answers | null>(null);
  const [settled, setSettled] = useState<Answers>({});
  const [compared, setCompared] = useState(false);
  const head = useRef<HTMLDivElement>(null);
  const questions = useRef<HTMLDivElement>(null);
  const toQuestions = () => questions.current?.querySelector('select')?.focus();
  const { form, dossier, told, answers, comment } = sheet;
  const change = (more: Partial<Sheet>) => setSheet((before) => ({ ...before, ...more }));
  const answer = (code: string, option: string) =>
    setSheet((before) => ({ ...before, answers: { ...before.answers, [code]: option } }));
  const differs = first && compared ? differing(survey, stage, first, answers) : [];
  const open = differs.filter((code) => !(code in settled));
  useEffect(() => {
    const stop = new AbortController();
    // Enter goes on to the questions; the form is sent by its button.
    const onEnter = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      toQuestions();
    };
    head.current?.addEventListener('keydown', onEnter, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  useEffect(() => {
    if (first) toQuestions();
  }, [first]);
  useEffect(() => {
    if (done && !first) head.current?.querySelector('input')?.focus();
  }, [done]);

  function next(said: string, back?: () => Promise<void>): void {
    setSheet(EMPTY);
    setFirst(null);
    setSettled({});
    setCompared(false);
    setDone(back ? { said, back } : { said });
  }
  const save = useAction(async () => {
    const meant = { ...answers, ...settled };
    const asked = questionsOf(survey, stage, meant).map(({ code }) => code);
    const body: PaperResponse = {
      ...{ form: form.trim(), unit, day, survey: survey.id, version: survey.version, stage, lang: 'vi' },
      answers: Object.fromEntries(Object.entries(meant).filter(([code, option]) => option && asked.includes(code))),
      ...(dossier.trim() && { dossier: dossier.trim() }),
      ...(comment.trim() && { comment: comment.trim() }),
      ...toldOf(told),
    };
    const [outcome] = await api.putPaper(body);
    if (outcome?.outcome === 'refused') throw new ApiFault(outcome.status, outcome.problem);
    const undo = outcome && 'undo' in outcome ? String(outcome.undo) : null;
    setEntered((n) => n + 1);
    if (undo === null) return next(text(outcome?.outcome === 'repeated' ? 'paper.same' : 'paper.saved', { form }));
    // Taken back it stands in the fields again, to be corrected.
    next(text('paper.saved', { form: form.trim() }), async () => {
      await api.takeBackPaper({ form: body, undo });
      setSheet({ ...sheet, answers: meant });
      setEntered((n) => n - 1);
      setDone({ said: text('paper.undone', { form: form.trim() }) });
    });
  });
  function submit(): void {
    setDone(null);
    const unsettled = first ? (compared ? open : differing(survey, stage, first, answers)) : [];
    if (twice && !first) {
      setFirst(answers);
      change({ answers: {} });
      setDone({ said: text('paper.twice.again', { form: form.trim() }) });
    } else if (unsettled.length > 0) setCompared(true);
    else void save.run();
  }
  const error = (path: string) => issueOf(save.fault, path);
  const stages = (['returned', 'submitted'] as const).filter((each) => survey.stages[each]);
  return (
    <Form fault={save.fault} onSubmit={submit}>
      <label class="option">
        <input
          type="checkbox"
          checked={twice}
          disabled={first !== null}
          onChange={(event) => setTwice(event.currentTarget.checked)}
        />
        <span>{text('paper.twice')}</span>
      </label>
      <p class="muted">{text('paper.keys', { n: entered })}</p>
      <UnitSelect units={units} value={unit} onValue={setUnit} error={error('unit')} />
      <Field label={text('paper.day')} date value={day} onValue={setDay} error={error('day')} />
      {stages.length > 1 && (
        <RadioField
          legend={text('paper.stage')}
          value={stage}
          onValue={(value) => setStage(value as Stage)}
          options={stages.map((value) => ({ value, label: text(`paper.stage.${value}`) }))}
        />
      )}
      <Undo done={done} />
      <div ref={head}>
        <Field
          label={text('paper.form')}
          help={text('paper.form.help')}
          value={form}
          onValue={(typed) => change({ form: typed })}
          error={error('form')}
        />
        <Field
          label={text('paper.dossier')}
          help={text('paper.dossier.help')}
          value={dossier}
          onValue={(typed) => change({ dossier: typed })}
          error={error('dossier')}
        />
      </div>
      <PaperFilledBy told={told} onTold={(chosen) => change({ told: chosen })} error={error} />
      <div ref={questions}>
        <PaperQuestions survey={survey} stage={stage} answers={answers} fault={save.fault} onAnswer={answer} />
      </div>
      {first && differs.length > 0 && (
        <PaperTwice
          survey={survey}
          stage={stage}
          first={first}
          second={answers}
          codes={differs}
          settled={settled}
          onSettle={(code, option) => setSettled((before) => ({ ...before, [code]: option }))}
        />
      )}
      <LongField
        label={text('paper.comment')}
        value={comment}
        onValue={(typed) => change({ comment: typed })}
        error={error('comment')}
      />
      {save.fault && <FaultText beside fault={save.fault} />}
      <div class="actions">
        <WorkButton label={text('paper.save')} busyLabel={text('state.saving')} busy={save.busy} />
      </div>
    </Form>
  );
}
