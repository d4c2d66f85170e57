import { citationText } from '../law.ts';
import type { Lang, Survey, Words } from './survey.ts';
import answersEn from './words/answers.en.json' with { type: 'json' };
import answersVi from './words/answers.vi.json' with { type: 'json' };
import binhThuan2019En from './words/binh-thuan-2019.en.json' with { type: 'json' };
import binhThuan2019Vi from './words/binh-thuan-2019.vi.json' with { type: 'json' };
import citizenEn from './words/citizen.en.json' with { type: 'json' };
import citizenVi from './words/citizen.vi.json' with { type: 'json' };
import danhgia2026En from './words/danhgia-2026.en.json' with { type: 'json' };
import danhgia2026Vi from './words/danhgia-2026.vi.json' with { type: 'json' };
import nhanh32026En from './words/nhanh-3-2026.en.json' with { type: 'json' };
import nhanh32026Vi from './words/nhanh-3-2026.vi.json' with { type: 'json' };
import servedEn from './words/served.en.json' with { type: 'json' };
import servedVi from './words/served.vi.json' with { type: 'json' };
import tayNinhTablet3En from './words/tay-ninh-tablet-3.en.json' with { type: 'json' };
import tayNinhTablet3Vi from './words/tay-ninh-tablet-3.vi.json' with { type: 'json' };
import tt32ThreeEn from './words/tt32-3.en.json' with { type: 'json' };
import tt32ThreeVi from './words/tt32-3.vi.json' with { type: 'json' };
import tt32FiveEn from './words/tt32-5.en.json' with { type: 'json' };
import tt32FiveVi from './words/tt32-5.vi.json' with { type: 'json' };

/** Texts around every survey: the form's own (`citizen`), what it refuses (`answers`), what is read on demand (`served`). */
const AROUND: Readonly<Record<Lang, Words>> = {
  vi: { ...citizenVi, ...answersVi, ...servedVi },
  en: { ...citizenEn, ...answersEn, ...servedEn },
};

/** Wording by `<survey id>.<version>`: a published version keeps its words. */
const OWN: Readonly<Record<string, Readonly<Record<Lang, Words>>>> = {
  'danhgia-2026.1': { vi: danhgia2026Vi, en: danhgia2026En },
  'nhanh-3-2026.1': { vi: nhanh32026Vi, en: nhanh32026En },
  'tt32-3.1': { vi: tt32ThreeVi, en: tt32ThreeEn },
  'tt32-5.1': { vi: tt32FiveVi, en: tt32FiveEn },
  'binh-thuan-2019.1': { vi: binhThuan2019Vi, en: binhThuan2019En },
  'tay-ninh-tablet-3.1': { vi: tayNinhTablet3Vi, en: tayNinhTablet3En },
};

/**
 * Every text a respondent of `survey` can meet, in one language: questions `q1`, help `q1.help`, options `q1.before`,
 * stage variants `overall@submitted`, and the texts around them. `{x}` stands for a value filled in where it is shown.
 * @throws Error when a listed survey has no words: a fault of this program.
 */
export function wordsOf(survey: Survey, lang: Lang): Words {
  const own = OWN[`${survey.id}.${survey.version}`];
  if (!own) throw new Error(`Phiếu ${survey.id} phiên bản ${survey.version} chưa có lời văn.`);
  const words = { ...AROUND[lang], ...own[lang] };
  return { ...words, 'privacy.more': words['privacy.more']?.replace('{cite}', citationText(survey.cite)) ?? '' };
}
