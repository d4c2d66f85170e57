import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SURVEYS } from '#rules/surveys/index.ts';
import type { Lang, Stage } from '#rules/surveys/survey.ts';
import type { Invitation } from '#wire/invitation.ts';
import type { Problem } from '#wire/problem.ts';
import type { ServedSurvey } from '#wire/survey.ts';
import { idOf, type TestServer, testServer } from './test-server.ts';

let server: TestServer;
let n = 0;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const PLACES = SURVEYS.flatMap(({ id, stages }) =>
  Object.keys(stages).flatMap((stage) => (['vi', 'en'] as const).map((lang) => [id, stage as Stage, lang] as const)),
);

/** A link at which the survey `id` is asked at `stage`. */
async function tokenOf(id: string, stage: Stage): Promise<string> {
  n += 1;
  await server.db.run("update tenants set survey = ? where tenant = 'mau'", [id]);
  const asked = { dossier: `H99.01-261110-${String(n).padStart(4, '0')}`, unit: 'so-a', stage };
  return (await server.request<Invitation>('POST', '/v1/invitations', asked, server.credentials.mau.portal)).body.token;
}
const servedOf = async (id: string, lang: Lang) =>
  (await server.request<ServedSurvey>('GET', `/v1/surveys/${id}?lang=${lang}`)).body;

async function page(path: string, fields?: Readonly<Record<string, string>>) {
  const sent = fields && new URLSearchParams(fields).toString();
  const { status, text } = await server.request(fields ? 'POST' : 'GET', path, sent);
  const window = new Window({ settings: { disableJavaScriptEvaluation: true } });
  window.document.write(text);
  const { document } = window;
  const said = (element: { textContent: string } | null | undefined) =>
    element?.textContent.replace(/\s+/g, ' ').trim();
  return { status, document, said, shown: said(document.body) ?? '' };
}

/** What the served survey asks at `stage` of whoever holds a link, read as the widget does. */
function askedBy({ questions, stages, words }: ServedSurvey, stage: Stage) {
  const codes = stages[stage] ?? [];
  return codes
    .map((code) => questions.find((question) => question.code === code))
    .filter((question) => question !== undefined)
    .map((question) => ({
      code: question.code,
      text: words[`${question.code}@${stage}`] ?? words[question.code],
      help: words[`${question.code}.help`],
      required: question.required === true,
      options: question.options
        .filter(({ becomes }) => becomes === undefined)
        .map(({ code }) => [code, words[`${question.code}.${code}`] ?? words[code]]),
      followUp: question.followUp,
      kind: question.kind,
    }));
}

describe('the page without script asks what the served survey asks', () => {
  for (const [id, stage, lang] of PLACES)
    test(`${id}, ${stage}, ${lang}`, async () => {
      const survey = await servedOf(id, lang);
      const { words } = survey;
      const { document, said, shown } = await page(`/k/${await tokenOf(id, stage)}?lang=${lang}`);
      const asked = askedBy(survey, stage);
      const choices = asked.filter(({ kind }) => kind === 'choice');
      const shownQuestions = [...document.querySelectorAll('fieldset:not(#reply)')].map((fieldset) => ({
        code: fieldset.id,
        text: said(fieldset.querySelector('legend')),
        help: said(fieldset.querySelector('details p')),
        options: [...fieldset.querySelectorAll('label')].map((label) => [
          label.querySelector('input')?.getAttribute('value'),
          said(label),
        ]),
      }));
      let number = 0;
      const [word, needed] = lang === 'vi' ? ['Câu', 'cần chọn'] : ['Question', 'needed'];
      expect(shownQuestions).toEqual(
        choices.map(({ code, text, help, required, options, followUp }) => ({
          code,
          text: `${followUp ? '' : `${word} ${++number}. `}${text}${required ? ` (${needed})` : ''}`,
          help,
          options,
        })),
      );
      for (const { code, followUp } of choices)
        if (followUp)
          for (const option of followUp.when)
            expect(said(document.querySelector(`#${code} .help`)), code).toContain(words[`${followUp.of}.${option}`]);
      expect(document.querySelectorAll('textarea').length).toBe(asked.filter(({ kind }) => kind === 'text').length);
      const calls = (survey.reply ?? []).filter(({ question }) => asked.some(({ code }) => code === question));
      expect(document.querySelector('#reply') !== null).toBe(calls.length > 0);
      for (const { question, when } of calls)
        for (const option of when)
          expect(said(document.querySelector('#reply'))).toContain(words[`${question}.${option}`]);
      for (const around of ['title', 'safe', 'privacy', 'send'] as const) expect(shown).toContain(words[around]);
    });
});

describe('the page without script takes what the API takes, and refuses it in the same words', () => {
  /** The page's answer and the API's to the same answers. */
  async function both(id: string, stage: Stage, lang: Lang, answers: Record<string, string>) {
    const { version } = await servedOf(id, lang);
    const [first, second] = [await tokenOf(id, stage), await tokenOf(id, stage)];
    const plain = await page(`/k/${first}?lang=${lang}`, { id: idOf(1000 + n), ...answers });
    const body = {
      id: idOf(5000 + n),
      token: second,
      unit: 'so-a',
      survey: id,
      version,
      stage,
      channel: 'portal',
      lang,
    };
    const api = await server.request<Problem>('POST', '/v1/responses', { ...body, answers });
    return { plain, api };
  }
  const lastTwo = async () =>
    (
      await server.db.all<{ answers: string; survey: string; stage: string; proof: string; lang: string }>(
        "select answers, survey, stage, proof, lang from responses where tenant = 'mau' order by seq desc limit 2",
      )
    ).map((row) => ({ ...row, answers: JSON.parse(row.answers) }));

  for (const [id, stage, lang] of PLACES)
    test(`${id}, ${stage}, ${lang}: every question answered, the needed one alone, none, one that is no option`, async () => {
      const asked = askedBy(await servedOf(id, lang), stage).filter(({ kind }) => kind === 'choice');
      const all: Record<string, string> = {};
      for (const { code, followUp, options } of asked) {
        if (followUp) {
          const parent = followUp.when[0];
          if (parent) all[followUp.of] = parent;
        }
        all[code] ??= options[0]?.[0] ?? '';
      }
      const needed = Object.fromEntries(
        asked.filter(({ required }) => required).map(({ code, options }) => [code, options.at(-1)?.[0] ?? '']),
      );
      for (const answers of [all, needed]) {
        const { plain, api } = await both(id, stage, lang, answers);
        expect([plain.status, api.status]).toEqual([201, 201]);
        const [one, other] = await lastTwo();
        expect(one).toEqual(other);
        expect(one?.answers).toEqual(answers);
      }
      const first = asked[0]?.code ?? '';
      for (const answers of [{}, { ...needed, [first]: 'khong' }] as Record<string, string>[]) {
        const { plain, api } = await both(id, stage, lang, answers);
        const wanted = api.status === 201 ? [201, undefined] : [422, api.body.code];
        expect([plain.status, api.body.code]).toEqual(wanted);
        if (lang === 'vi') for (const { message } of api.body.issues ?? []) expect(plain.shown).toContain(message);
        else if (api.status !== 201) expect(plain.shown).toMatch(/question 1/);
        for (const { path } of api.body.issues ?? [])
          expect(
            plain.document.querySelector(`.error-summary a[href="#${path.replace('answers.', '')}"]`),
          ).not.toBeNull();
      }
    });
});
