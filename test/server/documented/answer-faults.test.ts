import { describe, expect, test } from 'vitest';
import { answerFaults, routeOf } from './answer-faults.ts';

const JSON_TYPE = 'application/json';
const said = { code: 'body.invalid', message: 'Trường unit: cần mã đơn vị. Sửa rồi gửi lại.' };
const of = (address: string, method = 'GET') => routeOf(method, address);
const answer = (status: number, text: string, type = JSON_TYPE, more: Readonly<Record<string, string>> = {}) => ({
  ...{ status, text },
  headers: new Headers({ 'content-type': type, ...more }),
});
const problem = (more: object) => JSON.stringify({ ...said, ...more });

describe('the judge of answers finds nothing in', () => {
  const GOOD = [
    ['what is documented', of('/healthz'), answer(200, '{"ok":true}')],
    ['a refusal in Vietnamese', of('/v1/units'), answer(403, problem({}))],
    ['a refusal on a page of its own', of('/k/mau.X'), answer(404, '<p>Không có</p>', 'text/html; charset=utf-8')],
    ['nothing where nothing is documented', of('/v1/session', 'DELETE'), answer(204, '')],
    ['what the caller has already', of('/v1/surveys/danhgia-2026'), answer(304, '')],
    [
      'an honest not now',
      of('/v1/dossiers', 'POST'),
      answer(503, problem({ code: 'period.closing' }), JSON_TYPE, { 'retry-after': '60' }),
    ],
  ] as const;
  for (const [what, route, given] of GOOD) test(what, () => expect(answerFaults(route, given)).toEqual([]));
});

describe('the judge of answers finds', () => {
  const BAD = [
    ['a fault of the server', of('/v1/units'), answer(500, problem({ code: 'server.fault' })), '500'],
    ['a 503 that says neither when nor what', of('/v1/units'), answer(503, problem({ code: 'x' })), '503'],
    ['a trace', of('/v1/units'), answer(422, problem({ message: 'Lỗi.\n    at check (/a/b.ts:1:2)' })), 'inside'],
    ['a file', of('/v1/units'), answer(422, problem({ message: 'Không có /opt/a/server/app.ts.' })), 'inside'],
    [
      'a statement',
      of('/v1/units'),
      answer(422, problem({ message: 'Lỗi: select name from units where x.' })),
      'inside',
    ],
    ['the engine', of('/v1/units'), answer(422, problem({ message: 'Lỗi: duplicate key value.' })), 'inside'],
    [
      'a field that is not there',
      of('/v1/units'),
      answer(422, problem({ message: 'Trường undefined: sai.' })),
      'inside',
    ],
    ['a refusal in English', of('/v1/units'), answer(422, problem({ message: 'Invalid body.' })), 'Vietnamese'],
    ['a refusal without a code', of('/v1/units'), answer(422, '{"message":"Sai rồi."}'), 'no problem'],
    ['a refusal with more than it should say', of('/v1/units'), answer(422, problem({ stack: 'x' })), 'no problem'],
    ['a refusal that is plain text', of('/v1/units'), answer(422, 'Bad Request', 'text/plain'), 'not as JSON'],
    ['a field that is not documented', of('/healthz'), answer(200, '{"ok":true,"more":1}'), 'not as documented'],
    ['another type', of('/healthz'), answer(200, 'ok', 'text/plain'), 'not among'],
    ['a body where none is documented', of('/v1/session', 'DELETE'), answer(200, '{}'), 'not documented'],
    ['an answer of nobody', null, answer(200, '{}'), 'nothing is served'],
  ] as const;
  for (const [what, route, given, fault] of BAD)
    test(what, () => expect(answerFaults(route, given).join()).toContain(fault));
});
