import { useEffect, useRef } from 'preact/hooks';
import type { SetUp, SetUpStep } from '#wire/set-up.ts';
import { useAdmin } from '../admin-context.ts';
import { useDesk } from '../desk.ts';
import { Loaded } from '../parts/loaded.tsx';
import { linkTo, type Place } from '../place.ts';
import { text } from '../text.ts';
import { useLoad } from '../use-load.ts';
import { ImportForm } from './import-form.tsx';
import { SetUpDevices } from './set-up-devices.tsx';
import { SetUpEmbed } from './set-up-embed.tsx';
import { SetUpOfficers } from './set-up-officers.tsx';
import { SetUpSeen } from './set-up-seen.tsx';
import { STEPS } from './set-up-steps.ts';
import { SetUpSurvey } from './set-up-survey.tsx';
import { SetUpTenant } from './set-up-tenant.tsx';
import { SetUpUnits } from './set-up-units.tsx';

/** Part of the address under `#/thiet-lap`. */
export const WIZARD = 'tung-buoc';
const EVERY_MS = 5_000;

type Step = (typeof STEPS)[number];
const stepLink = ({ path }: Step) => linkTo(['thiet-lap', WIZARD, path]);

function Steps({ state, here }: { state: SetUp; here: Step }) {
  return (
    <ol class="stepper" aria-label={text('wizard.steps')}>
      {STEPS.map((step) => {
        const done = step.done(state);
        const look = step === here ? 'now' : done ? 'done' : 'next';
        return (
          <li key={step.step} class={look} aria-current={step === here ? 'step' : undefined}>
            <a href={stepLink(step)}>
              <span aria-hidden="true">{done ? '✓ ' : step === here ? '● ' : '○ '}</span>
              {text(step.label)}
            </a>
            <span class="small">
              {done ? text('step.done') : text('wizard.todo')} · {step.result(state)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Done({ state }: { state: SetUp }) {
  const left = STEPS.filter((step) => step.step !== 'done' && !step.done(state));
  return (
    <>
      <p>{left.length === 0 ? text('wizard.all') : text('wizard.left', { n: left.length })}</p>
      <ul>
        {left.map((step) => (
          <li key={step.step}>
            <a href={stepLink(step)}>{text(step.label)}</a>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="button primary" href={linkTo(['ky'], { mo: '1' })}>
          {text('wizard.openPeriod')}
        </a>
        <a class="button" href={linkTo(['thiet-lap', 'tai-khoan'])}>
          {text('wizard.accounts')}
        </a>
        <a class="button" href={linkTo([])}>
          {text('wizard.today')}
        </a>
      </p>
    </>
  );
}

/**
 * Tỉnh → Đơn vị → Cán bộ → Phiếu → Mã nhúng → Máy cán bộ → Nhập hồ sơ → Xong: `#/thiet-lap/tung-buoc/<step>`. Left and come back to
 * at any time; without a step in the address it is the first that is open.
 */
export function SetUpWizard({ place }: { place: Place }) {
  const { api } = useAdmin();
  const desk = useDesk();
  const wanted = place.path[2];
  const begun = useRef<SetUpStep | null>(null);
  const named = STEPS.find(({ path }) => path === wanted);
  const load = useLoad(`set-up ${wanted ?? ''}`, (signal) =>
    api.setUp(named?.step ?? begun.current ?? undefined, signal),
  );
  const watching = wanted === 'ma-nhung' && (load.value?.state.embed.sightings.length ?? 0) > 0;
  useEffect(() => {
    if (!watching) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && load.again(), EVERY_MS);
    return () => clearInterval(timer);
  }, [watching]);

  return (
    <Loaded of={load}>
      {({ state, edits }) => {
        // The step that was open when the screen came stays, also once it is done: nobody is moved on unasked.
        begun.current = named ? null : edits.step;
        const here = STEPS.find(({ step }) => step === edits.step) ?? (STEPS[0] as Step);
        const at = STEPS.indexOf(here);
        const next = STEPS[at + 1];
        const changed = () => {
          load.again();
          desk.again();
        };
        return (
          <>
            <Steps state={state} here={here} />
            <h2>{text('wizard.step', { i: at + 1, of: STEPS.length, name: text(here.label) })}</h2>
            {edits.step === 'tenant' && <SetUpTenant query={place.query} held={{ ...load, value: edits.tenant }} />}
            {edits.step === 'units' && <SetUpUnits units={desk.units} onUnits={changed} query={place.query} />}
            {edits.step === 'officers' && <SetUpOfficers units={desk.units} held={{ ...load, value: edits }} />}
            {edits.step === 'survey' && <SetUpSurvey state={state} onState={changed} />}
            {edits.step === 'embed' && (
              <>
                <SetUpEmbed units={desk.units} survey={state.survey.id} />
                <SetUpSeen sightings={state.embed.sightings} onChange={load.again} />
              </>
            )}
            {edits.step === 'devices' && <SetUpDevices units={desk.units} held={{ ...load, value: edits }} />}
            {edits.step === 'dossiers' && <ImportForm resumed={null} onEnd={changed} />}
            {edits.step === 'done' && <Done state={state} />}
            {next && (
              <p class="actions">
                <a class="button" href={stepLink(next)}>
                  {text('wizard.next', { name: text(next.label) })}
                </a>
                <a href={linkTo([])}>{text('wizard.leave')}</a>
              </p>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
