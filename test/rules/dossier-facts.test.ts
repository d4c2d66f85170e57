import { describe, expect, it } from 'vitest';
import { DEFAULT_OFFICE } from '#rules/calendar/working-time.ts';
import { type Choices, DEFAULT_CHOICES } from '#rules/choices.ts';
import type { Dossier } from '#rules/dossier.ts';
import { dossierFacts } from '#rules/dossier-facts.ts';
import { dossierOf } from './dossier-of.ts';

const NOW = '2026-11-26T10:00';

describe('facts of a dossier for the computed series', () => {
  const facts = (dossier: Dossier, choices: Partial<Choices> = {}, petition?: boolean) =>
    dossierFacts(dossier, NOW, DEFAULT_OFFICE, { ...DEFAULT_CHOICES, ...choices }, petition);

  it('what the list does not show is not stated', () => {
    expect(facts(dossierOf({}))).toEqual({});
  });

  it('supplement requests are contacts, two standing for more', () => {
    expect([0, 1, 2, 7].map((supplements) => facts(dossierOf({ supplements })).contacts)).toEqual([0, 1, 2, 2]);
  });

  it('unfinished and overdue counts as overdue, or waits, by choice', () => {
    const dossier = dossierOf({
      promised: '2026-11-20T17:00',
      steps: [{ unit: 'so-mau', officer: null, due: '2026-11-19T17:00', ended: null }],
    });
    const by = ['index1.unfinishedOverdue'];
    expect(facts(dossier)).toEqual({
      punctuality: 'overdue',
      punctualityBy: by,
      stepPunctuality: 'overdue',
      stepPunctualityBy: by,
    });
    expect(facts(dossier, { 'index1.unfinishedOverdue': 'leaveOut' })).toEqual({ punctualityBy: by });
  });

  it('the step has its own limit', () => {
    const steps = [{ unit: 'so-mau', officer: null, due: '2026-11-18T17:00', ended: '2026-11-19T09:00' }];
    const dossier = dossierOf({ promised: '2026-11-20T17:00', ready: '2026-11-19T17:00', steps });
    expect(facts(dossier)).toEqual({ punctuality: 'early', stepPunctuality: 'overdue' });
  });

  it('a finished dossier is early, on time or late; a running one within its limit states nothing', () => {
    const ended = (ready: string) => facts(dossierOf({ promised: '2026-11-20T17:00', ready })).punctuality;
    expect([ended('2026-11-19T17:00'), ended('2026-11-20T08:00'), ended('2026-11-23T08:00')]).toEqual([
      'early',
      'onTime',
      'overdue',
    ]);
    expect(facts(dossierOf({ promised: '2026-11-26T17:00' }))).toEqual({});
    expect(facts(dossierOf({ promised: '2026-12-26T17:00' }))).toEqual({});
    expect(
      facts(dossierOf({ promised: '2026-11-20T17:00', ready: '2026-11-23T08:00' }), {
        'index1.unfinishedOverdue': 'leaveOut',
      }),
    ).toEqual({ punctuality: 'overdue' });
  });

  it('a step of half-days outside the calendar is unknown, and spoils nothing else', () => {
    const steps = [{ unit: 'so-mau', officer: null, due: '2040-01-02T17:00', ended: '2026-11-19T09:00' }];
    const dossier = dossierOf({ supplements: 0, steps });
    expect(facts(dossier, { granularity: 'halfDay' })).toEqual({ contacts: 0 });
    expect(facts(dossier)).toEqual({ contacts: 0, stepPunctuality: 'early' });
  });

  it('passes on whether a petition was found true, only where petitions are recorded', () => {
    expect(facts(dossierOf({}), {}, false)).toEqual({ verifiedPetition: false });
  });
});
