import { stringify } from 'csv-stringify/sync';
import { STRATUM_LABELS } from '#rules/sample/strata.ts';
import type { SampledDossier } from '../store/samples.ts';

const HEADS = ['Đơn vị', 'Mã hồ sơ', 'Nhóm', 'Thứ tự trong nhóm', 'Đã thẩm định'];

/**
 * The list by unit and code, a dossier a line. It can be handed to whoever is to give points: it has none, and of a dossier nobody has
 * given any yet not even the stratum, which would tell how the others judged it.
 */
export function sampleCsv(dossiers: readonly SampledDossier[]): string {
  const sorted = [...dossiers].sort((a, b) => (`${a.unit}|${a.code}` < `${b.unit}|${b.code}` ? -1 : 1));
  const rows = sorted.map(({ unit, code, stratum, place, appraised }) =>
    appraised ? [unit, code, STRATUM_LABELS[stratum], String(place), 'rồi'] : [unit, code, '', '', 'chưa'],
  );
  return `\ufeff${stringify([HEADS, ...rows], { escape_formulas: true, record_delimiter: '\r\n' })}`;
}
