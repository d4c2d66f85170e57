import { stringify } from 'csv-stringify/sync';
import { STRATUM_LABELS } from '#rules/sample/strata.ts';
import type { SampledDossier } from '../store/samples.ts';

const HEADS = ['Đơn vị', 'Mã hồ sơ', 'Nhóm', 'Thứ tự trong nhóm', 'Đã thẩm định'];

/** The list as drawn, a dossier a line; no points, so that it can be handed to whoever is to give them. */
export function sampleCsv(dossiers: readonly SampledDossier[]): string {
  const rows = dossiers.map(({ unit, code, stratum, place, appraised }) => [
    ...[unit, code, STRATUM_LABELS[stratum], String(place), appraised ? 'rồi' : 'chưa'],
  ]);
  return `\ufeff${stringify([HEADS, ...rows], { escape_formulas: true, record_delimiter: '\r\n' })}`;
}
