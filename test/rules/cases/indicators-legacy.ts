import { group } from './case.ts';
import { dossierCase, runDossier } from './scored-dossier.ts';

const PRINTED = 'Điểm in trên phương án của phiếu cũ.';

/** Phiếu cũ in điểm trên phương án; các điểm đó được giữ nguyên. */
export const LEGACY = group('Điểm in trên phiếu cũ', runDossier, [
  dossierCase(
    'Phiếu cũ cho chỉ số 1 một điểm',
    { indicator: 1, series: 'citizen', facts: {}, legacy: { 1: 10 } },
    { points: 10, because: PRINTED },
  ),
  dossierCase(
    'Phiếu cũ cho chỉ số 3 không điểm',
    { indicator: 3, series: 'citizen', facts: {}, legacy: { 3: 0 } },
    { points: 0, because: PRINTED },
  ),
  dossierCase(
    'Phiếu cũ cho chỉ số 4 hai điểm',
    { indicator: 4, series: 'citizen', facts: {}, legacy: { 4: 20 } },
    { points: 20, because: PRINTED },
  ),
  dossierCase(
    'Phiếu cũ cho chỉ số 7 một điểm, không ghép với thời hạn',
    { indicator: 7, series: 'citizen', facts: { punctuality: 'early', attitude: 'polite' }, legacy: { 7: 10 } },
    { points: 10, because: PRINTED },
  ),
  dossierCase(
    'Câu 2 của phiếu cũ được lưu nhưng không tính',
    { indicator: 2, series: 'citizen', facts: {}, legacy: { 2: 20 } },
    {
      points: null,
      because: 'Câu 2 của phiếu cũ được lưu và báo cáo, không tính vào tổng điểm.',
      reading: 'index2.citizen',
    },
  ),
  dossierCase(
    'Câu 2 của phiếu cũ, địa phương chọn tính',
    { indicator: 2, series: 'citizen', facts: {}, legacy: { 2: 20 }, choices: { 'index2.citizen': 'count' } },
    { points: 20, because: PRINTED },
  ),
  dossierCase(
    'Chỉ phiếu của người dân có điểm in sẵn',
    { indicator: 1, series: 'computed', facts: {}, legacy: { 1: 20 } },
    { points: null, because: 'Không có thông tin kết quả có trước, đúng hay sau hạn.' },
  ),
]);
