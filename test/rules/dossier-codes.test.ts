import { expect, test } from 'vitest';
import { hideDossierCodes, possibleCodes } from '#rules/dossier-codes.ts';

const HIDDEN = '[đã che mã hồ sơ]';

test.each([
  ['Hồ sơ H99.01-261102-0001 trả chậm', `Hồ sơ ${HIDDEN} trả chậm`],
  ['hồ sơ h99.01-261102-0001.', `hồ sơ ${HIDDEN}.`],
  ['(000.24.32.H49-240102-0003)', `(${HIDDEN})`],
  ['mã H03.10 - 241022 - 0005', `mã ${HIDDEN}`],
])('%s', (text, clean) => {
  expect(hideDossierCodes(text)).toBe(clean);
  expect(hideDossierCodes(clean)).toBe(clean);
});

test.each(['Nghị định 118/2025/NĐ-CP', 'thủ tục 1.001612', 'ngày 02-11-2026', 'quầy A4, phòng B12', 'phí 1.200.000 đ'])(
  '%s stays',
  (text) => {
    expect(hideDossierCodes(text)).toBe(text);
  },
);

test('a code of any shape goes when it is known to be one, in small letters too', () => {
  const text = 'Biên nhận bn-77/2026, xem lại giúp.';
  expect(possibleCodes(text)).toEqual(['bn-77/2026', 'BN-77/2026']);
  expect(hideDossierCodes(text, 'en', (code) => code === 'BN-77/2026')).toBe(
    'Biên nhận [application code hidden], xem lại giúp.',
  );
});
