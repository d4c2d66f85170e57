import { describe, expect, it } from 'vitest';
import { dateOf, minuteOf } from '#rules/calendar/date.ts';
import { addWorkingDays, DEFAULT_OFFICE, sessionsOn } from '#rules/calendar/working-time.ts';
import type { LocalTime } from '#rules/law.ts';
import { lastDay } from '#rules/period.ts';
import { answersToFacts } from '#rules/surveys/answers-to-facts.ts';
import { checkAnswers } from '#rules/surveys/check-answers.ts';
import { findSurvey } from '#rules/surveys/index.ts';
import { movedDeadline } from '../../server/simulate/pauses.ts';
import { simulate } from '../../server/simulate/simulate.ts';
import { PLAN, recordsOf } from './plan.ts';

const records = recordsOf(PLAN);
const NOW = `${lastDay(PLAN.period)}T23:59`;

const isOpen = (time: LocalTime) =>
  sessionsOn(dateOf(time), DEFAULT_OFFICE).some(({ from, to }) => from <= minuteOf(time) && minuteOf(time) <= to);

const share = (of: readonly unknown[], part: readonly unknown[]) => part.length / of.length;

describe('invented dossiers', () => {
  it('are received, ready and returned in that order, and ready before they are returned', () => {
    for (const { dossier } of records) {
      const inOrder = [dossier.received, dossier.ready, dossier.returned].filter((time) => time !== null);
      expect(inOrder).toEqual([...inOrder].sort());
      expect(dossier.returned === null || dossier.ready !== null).toBe(true);
    }
  });

  it('are worked on in office hours, from receipt on and not after the last day; filed online at any hour before', () => {
    const faults = records.flatMap(({ dossier, acts }) => {
      const { received, ready, returned, pauses, steps, handlers } = dossier;
      const { submitted, alerted, ...office } = acts ?? {};
      const moments = [
        ...[received, ready, returned],
        ...pauses.flatMap(({ from, to }) => [from, to]),
        ...(steps ?? []).map(({ ended }) => ended),
        ...(handlers ?? []).map(({ from }) => from),
        ...Object.values(office).flat(),
      ].filter((time) => time !== null);
      const wrong = moments.filter((time) => !isOpen(time) || time > NOW || time < (received ?? '9'));
      const early = [submitted, alerted].filter((time) => time && time > (received ?? ''));
      return [...wrong, ...early].map((time) => `${dossier.code} ${time}`);
    });
    expect(faults).toEqual([]);
  });

  it('are promised for the closing of the last day of their limit, unless the date was rewritten after it had passed', () => {
    for (const { dossier, changes } of records) {
      const last = addWorkingDays(dateOf(dossier.received ?? ''), dossier.limitDays ?? 0, DEFAULT_OFFICE);
      expect(changes[0]?.from ?? dossier.promised).toBe(`${last}T17:00`);
      for (const { at, from, to } of changes) {
        expect(at > from).toBe(true);
        expect(dossier.promised).toBe(to);
      }
    }
    expect(records.filter(({ changes }) => changes.length > 0).length).toBeGreaterThan(10);
  });

  it('stand still one pause after another, each begun before the deadline', () => {
    for (const { dossier } of records)
      dossier.pauses.forEach(({ from, to }, i) => {
        const before = dossier.pauses.slice(0, i);
        expect(from > (before.at(-1)?.to ?? dossier.received ?? '')).toBe(true);
        expect(to === null ? i === dossier.pauses.length - 1 : to > from).toBe(true);
        expect(from < movedDeadline({ ...dossier, pauses: before })).toBe(true);
      });
  });

  it('count the requests for papers, and date their notices', () => {
    for (const { dossier, acts } of records) {
      const asked = dossier.pauses.flatMap(({ kind, from }) => (kind === 'supplement' ? [from] : []));
      expect(dossier.supplements).toBe(asked.length);
      expect(acts?.supplementNotices).toEqual(asked);
    }
  });

  it('end their last step when they are ready, and name the last handler as officer', () => {
    for (const { dossier } of records) {
      if (dossier.ready) expect(dossier.steps?.at(-1)?.ended).toBe(dossier.ready);
      if (dossier.handlers) expect(dossier.officer).toBe(dossier.handlers.at(-1)?.officer);
      expect(dossier.steps?.at(0)?.unit).toBe(dossier.unit);
    }
  });

  it('are in the state their dates say', () => {
    for (const { dossier } of records) {
      const open = dossier.pauses.find(({ to }) => to === null)?.kind;
      if (['refused', 'withdrawn', 'stopped'].includes(dossier.state)) expect(dossier.ready).toBeNull();
      else if (dossier.returned) expect(dossier.state).toBe('returned');
      else if (dossier.ready) expect(dossier.state).toBe('ready');
      else if (open) expect(dossier.state).toBe(open === 'supplement' ? 'waitingSupplement' : 'waitingPayment');
      else expect(['received', 'processing']).toContain(dossier.state);
    }
  });

  it('hold every kind of story', () => {
    const some: Record<string, (record: (typeof records)[number]) => boolean> = {
      'filed at another counter': ({ dossier, acts }) =>
        acts?.competentReceived !== undefined && !dossier.receivedBy?.startsWith(dossier.officer?.slice(0, 5) ?? '-'),
      'changed hands': ({ dossier }) => (dossier.handlers?.length ?? 0) === 2,
      'several agencies': ({ dossier }) => new Set(dossier.steps?.map(({ unit }) => unit)).size > 1,
      'waits for a fee': ({ dossier }) => dossier.pauses.some(({ kind }) => kind === 'payment'),
      'asked twice': ({ dossier }) => dossier.supplements === 2,
      'a new date': ({ dossier }) => dossier.reappointed?.length === 1,
      'a second new date': ({ dossier }) => dossier.reappointed?.length === 2,
      'an apology in time': ({ dossier, acts }) =>
        (acts?.apologies?.[0] ?? '9') < `${dossier.promised?.slice(0, 10)}T00:00`,
      'an apology too late': ({ dossier, acts }) => (acts?.apologies?.[0] ?? '') > (dossier.promised ?? ''),
      'late without a letter': ({ dossier, acts, changes }) =>
        changes.length === 0 && acts?.apologies?.length === 0 && (dossier.ready ?? '') > movedDeadline(dossier),
      online: ({ dossier, acts }) => dossier.channel === 'online' && acts?.submitted !== undefined,
      'by post': ({ dossier }) => dossier.channel === 'post',
      refused: ({ dossier, acts }) => dossier.state === 'refused' && typeof acts?.refused === 'string',
      withdrawn: ({ dossier }) => dossier.state === 'withdrawn',
      corrected: ({ acts }) => typeof acts?.corrected === 'string',
      'a petition found true': ({ verifiedPetition }) => verifiedPetition === true,
      'paper form': ({ response }) => response?.survey === 'binh-thuan-2019' && response.proof === 'paper',
    };
    for (const [what, found] of Object.entries(some)) expect([what, records.some(found)]).toEqual([what, true]);
  });

  it('come late in clusters: a few units far more often than the rest', () => {
    const late = simulate(PLAN)
      .province.units.map(({ unit }) => {
        const ended = records.filter(({ dossier }) => dossier.unit === unit && dossier.ready);
        return share(
          ended,
          ended.filter(({ dossier }) => (dossier.ready ?? '') > movedDeadline(dossier)),
        );
      })
      .sort((a, b) => a - b);
    expect(late[4]).toBeLessThan(0.08);
    expect(late.at(-1)).toBeGreaterThan(0.2);
  });
});

describe('what citizens and officers say of invented dossiers', () => {
  const answered = records.flatMap(({ dossier, response, citizen }) =>
    response ? [{ dossier, response, citizen }] : [],
  );

  it('is acceptable to the form it answers, and given after the result', () => {
    expect(answered.length).toBeGreaterThan(1000);
    for (const { dossier, response, citizen } of answered) {
      const survey = findSurvey(response.survey, response.version)!;
      expect(checkAnswers(survey, 'returned', response.answers)).toEqual([]);
      expect(citizen).toEqual({ ...answersToFacts(survey, response.answers), proof: response.proof });
      expect(response.day >= dateOf(dossier.ready ?? '9')).toBe(true);
      expect(response.day <= lastDay(PLAN.period)).toBe(true);
    }
  });

  it('misreads the old form as it was misread: «1 lần» where nothing was asked for again', () => {
    const asked = answered.filter(({ dossier, response }) => 'l3' in response.answers && dossier.supplements === 0);
    const misread = asked.filter(({ response }) => response.answers.l3 === 'one');
    expect(share(asked, misread)).toBeGreaterThan(0.3);
    expect(share(asked, misread)).toBeLessThan(0.6);
  });

  it('differs from the facts most where the officer inflates', () => {
    const { units } = simulate(PLAN).province;
    const inflating = new Set(units.flatMap((unit) => unit.inflating));
    const low = records.flatMap(({ dossier, selfValues }) =>
      Object.values(selfValues ?? {})
        .filter(({ shown }) => shown !== null && shown < 20)
        .map(({ shown, points, note }) => ({ by: dossier.officer ?? '', raised: points > (shown ?? 0), note })),
    );
    const raisedBy = (inflates: boolean) => {
      const own = low.filter(({ by }) => inflating.has(by) === inflates);
      return share(
        own,
        own.filter(({ raised }) => raised),
      );
    };
    expect(raisedBy(true)).toBeGreaterThan(0.8);
    expect(raisedBy(false)).toBeLessThan(0.35);
    for (const { raised, note } of low) expect((note ?? '').length >= 10).toBe(raised);
  });
});
