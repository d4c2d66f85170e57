import { expect, test } from 'vitest';
import { dossier } from '#wire/dossier.ts';
import { drawCourse } from '../../server/simulate/course.ts';
import { dossierBody } from '../server/dossier-body.ts';

const courses = Array.from({ length: 200 }, (_, i) => {
  const code = `H99.01-261102-${String(i).padStart(4, '0')}`;
  const body = { ...dossierBody({ code, limitDays: 3 }), receivedBy: null, handlers: null, steps: null };
  return { body, course: drawCourse(body) };
});

test('the course of a simulated dossier is one the server takes, each step from the end of the one before', () => {
  const shown = courses.flatMap(({ body, course }) => (course ? [{ ...body, course }] : []));
  for (const each of shown) {
    expect(dossier.safeParse(each).success).toBe(true);
    const [taken, appraised, signed, handed] = each.course;
    expect([taken?.started, signed?.ended, handed?.started]).toEqual([each.received, each.ready, each.ready]);
    expect([appraised?.started, signed?.started]).toEqual([taken?.ended, appraised?.ended]);
    expect(String(taken?.ended) <= String(appraised?.ended)).toBe(true);
  }
  // Sixty of a hundred, within what chance leaves to 200.
  expect(shown.length).toBeGreaterThan(95);
  expect(shown.length).toBeLessThan(145);
});

test('the same dossier has the same course each time, and one in hand has but its first step', () => {
  const { body } = courses.find(({ course }) => course !== null) as (typeof courses)[number];
  expect(drawCourse(body)).toEqual(drawCourse(body));
  expect(drawCourse({ ...body, ready: null })).toHaveLength(1);
});
