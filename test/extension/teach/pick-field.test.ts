import { describe, expect, it } from 'vitest';
import { readHostPack } from '#rules/packs/read-host-pack.ts';
import type { DossierReading } from '../../../extension/hosts/host.ts';
import { packHost } from '../../../extension/hosts/pack-host.ts';
import { readPage } from '../../../extension/hosts/read-page.ts';
import { type Draft, draftOf, packOf, withColumn } from '../../../extension/panel/teach/draft.ts';
import { fieldAt, fieldsOf } from '../../../extension/teach/pick-field.ts';
import { applicant, PLANTED_TEXTS } from '../fixtures/planted.ts';
import { pageOf } from '../page-of.ts';

const { name, phone } = applicant(0);
const VALUES = [
  ['Ký hiệu', 'BN-2026/0815'],
  ['Công dân', name],
  ['Liên hệ', phone],
  ['Vào sổ ngày', '02/11/2026 08:15'],
  ['Hạn cuối', '09/11/2026 17:00'],
  ['Bước hiện nay', 'Đang xử lý'],
] as const;
const rows = (row: (label: string, value: string) => string): string =>
  VALUES.map(([label, value]) => row(label, value)).join('');

/** One dossier with labels no list of ours has, in the ways such pages are built. */
const PAGES: Readonly<Record<string, string>> = {
  'two cells of a row': `<table>${rows((label, value) => `<tr><td>${label}</td><td>${value}</td></tr>`)}</table>`,
  'two elements side by side': `<div>${rows((label, value) => `<div class="row"><span>${label}:</span><span>${value}</span></div>`)}</div>`,
  'a closed field': `<form>${rows((label, value) => `<p><label>${label}</label><input readonly value="${value}"></p>`)}</form>`,
  'one line': rows((label, value) => `<p>${label}: ${value}</p>`),
  'bare text behind a bold label': rows((label, value) => `<p><b>${label}:</b> ${value}</p>`),
  'a list of terms': `<dl>${rows((label, value) => `<dt>${label}</dt><dd>${value}</dd>`)}</dl>`,
};
const TAUGHT = [
  ['Ký hiệu', 'code'],
  ['Vào sổ ngày', 'received'],
  ['Hạn cuối', 'promised'],
  ['Bước hiện nay', 'status'],
] as const;
const EXPECTED: Partial<DossierReading> = {
  code: 'BN-2026/0815',
  received: '2026-11-02T08:15',
  promised: '2026-11-09T17:00',
  state: 'processing',
  status: 'Đang xử lý',
  source: 'detail',
};
const ORIGIN = 'https://motcua.example.vn';

describe.each(Object.entries(PAGES))('%s', (_about, body) => {
  const page = pageOf(`<h1>Hồ sơ</h1>${body}`);
  const fields = fieldsOf(page);

  it('is offered by its labels, and values of persons are not', () => {
    const offered = [...fields.values()];
    expect(offered.filter(({ personal }) => !personal).map(({ header }) => header)).toEqual(
      VALUES.map(([label]) => label).filter((label) => label !== 'Công dân' && label !== 'Liên hệ'),
    );
    expect(PLANTED_TEXTS.filter((text) => JSON.stringify(offered).includes(text))).toEqual([]);
  });

  it('taught by its labels is read from then on, on this site alone', () => {
    const draft = TAUGHT.reduce<Draft>(
      (so, [label, meaning]) => {
        const pick = [...fields.values()].find(({ header }) => header === label);
        return pick ? withColumn(so, pick, { meaning, line: null, parser: 'asIs' }) : so;
      },
      draftOf(ORIGIN, null),
    );
    const read = readHostPack(packOf(draft));
    if ('faults' in read) throw new Error(JSON.stringify(read.faults));
    expect(readPage(page, [packHost(read.pack)]).detail).toMatchObject(EXPECTED);
    expect(readPage(page).detail).toBeNull();
    const elsewhere = { ...read.pack, origins: ['https://khac.example.vn'] };
    expect(readPage(page, [packHost(elsewhere)]).detail).toBeNull();
  });
});

it('pointing at a value, at its label or at the line of both picks the same', () => {
  const page = pageOf(PAGES['two elements side by side'] ?? '');
  const [, , , , row] = page.document.querySelectorAll('.row');
  const picks = [row, row?.firstElementChild, row?.lastElementChild].map((each) => each && fieldAt(each, page)?.pick);
  expect(picks.map((pick) => pick?.place)).toEqual(Array(3).fill({ label: 'Hạn cuối' }));
});

it('what stands once in every card is no value of one dossier', () => {
  const card = (code: string) => `<div class="card"><span>Ký hiệu:</span><span>${code}</span></div>`;
  const page = pageOf(card('BN-1') + card('BN-2'));
  expect(fieldsOf(page).size).toBe(0);
});

it('labels the page no longer has, or has twice, read nothing', () => {
  const pack = packOf(
    withColumn(
      withColumn(
        draftOf(ORIGIN, null),
        { root: null, row: null, place: { label: 'Ký hiệu' }, header: 'Ký hiệu', lines: [], personal: false },
        { meaning: 'code', line: null, parser: 'asIs' },
      ),
      { root: null, row: null, place: { label: 'Hạn cuối' }, header: 'Hạn cuối', lines: [], personal: false },
      { meaning: 'promised', line: null, parser: 'onlyDate' },
    ),
  );
  if (!pack) throw new Error('no pack');
  const detailOf = (html: string) => readPage(pageOf(html), [packHost(pack)]).detail;
  const line = (label: string, value: string) => `<p><span>${label}:</span><span>${value}</span></p>`;
  expect(detailOf(line('Ký hiệu', 'BN-1') + line('Hạn cuối', 'trước 09/11/2026'))).toMatchObject({
    code: 'BN-1',
    promised: '2026-11-09T17:00',
  });
  expect(detailOf(line('Ký hiệu', 'BN-1') + line('Hạn', '09/11/2026'))).toBeNull();
  expect(detailOf(line('Ký hiệu', 'BN-1') + line('Ký hiệu', 'BN-2') + line('Hạn cuối', '09/11/2026'))).toBeNull();
});
