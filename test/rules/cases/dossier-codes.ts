import { parseDossierCode } from '#rules/date-checks/dossier-code.ts';
import { citationText } from '#rules/law.ts';
import { group } from './case.ts';

interface CodeExpected {
  readonly agency: string;
  readonly day: string | null;
  readonly owner: string | null;
  readonly sequence: string;
  readonly cite: string;
}

function read(code: string): CodeExpected | null {
  const found = parseDossierCode(code);
  if (!found) return null;
  const { agency, day, owner, sequence, cite } = found;
  return { agency, day, owner, sequence, cite: citationText(cite) };
}

const TT01 = 'Điều 19 TT 01/2018/TT-VPCP';
const QD20 = 'QĐ 20/2020/QĐ-TTg (chưa kiểm chứng)';
const TT04 = 'Điều 23 TT 04/2025/TT-VPCP';
const ON = '2026-11-22';

export const CODE_CASES = group<string, CodeExpected | null>('Mã hồ sơ', read, [
  {
    name: 'Mã theo TT 01/2018: cơ quan, ngày tiếp nhận 27/10/2023, số thứ tự',
    on: ON,
    given: '000.00.06.H56-231027-0361',
    expect: { agency: '000.00.06.H56', day: '2023-10-27', owner: null, sequence: '0361', cite: TT01 },
    article: TT01,
  },
  {
    name: 'Mã theo thứ tự mới, hai phần',
    on: ON,
    given: 'H10.01-201201-0001',
    expect: { agency: 'H10.01', day: '2020-12-01', owner: null, sequence: '0001', cite: QD20 },
    article: QD20,
  },
  {
    name: 'Mã theo thứ tự mới, bốn phần, số thứ tự năm chữ số',
    on: ON,
    given: 'H10.123.01.AB-240229-12345',
    expect: { agency: 'H10.123.01.AB', day: '2024-02-29', owner: null, sequence: '12345', cite: QD20 },
    article: QD20,
  },
  {
    name: 'Mã chỉ có tỉnh',
    on: ON,
    given: 'G01-260105-0007',
    expect: { agency: 'G01', day: '2026-01-05', owner: null, sequence: '0007', cite: QD20 },
    article: QD20,
  },
  {
    name: 'Mã dịch vụ công tập trung có hai ký tự của cơ quan chủ quản trước số thứ tự',
    on: ON,
    given: 'H10.001.01-260202-CA00012',
    expect: { agency: 'H10.001.01', day: '2026-02-02', owner: 'CA', sequence: '00012', cite: TT04 },
    article: TT04,
  },
  {
    name: 'Ký tự chủ quản bắt đầu bằng chữ số vẫn nhận ra nhờ chữ cái',
    on: ON,
    given: 'H10.001.01-260202-1A0012',
    expect: { agency: 'H10.001.01', day: '2026-02-02', owner: '1A', sequence: '0012', cite: TT04 },
    article: TT04,
  },
  {
    name: 'Ngày 29/02/2023 không có',
    on: ON,
    given: 'H10.01-230229-0001',
    expect: { agency: 'H10.01', day: null, owner: null, sequence: '0001', cite: QD20 },
    article: QD20,
  },
  {
    name: 'Tháng 13 không có',
    on: ON,
    given: '000.00.06.H56-231301-0361',
    expect: { agency: '000.00.06.H56', day: null, owner: null, sequence: '0361', cite: TT01 },
    article: TT01,
  },
  { name: 'Số thứ tự ba chữ số là mã khác', on: ON, given: 'H10.01-201201-001', expect: null, article: QD20 },
  { name: 'Ngày năm chữ số là mã khác', on: ON, given: 'H10.01-20121-0001', expect: null, article: QD20 },
  { name: 'Năm phần là mã khác', on: ON, given: 'H10.01.02.03.04-201201-0001', expect: null, article: QD20 },
  { name: 'Phần một ký tự là mã khác', on: ON, given: 'H10.1-201201-0001', expect: null, article: QD20 },
  { name: 'Có chữ đứng trước thì không phải mã', on: ON, given: 'Mã H10.01-201201-0001', expect: null, article: QD20 },
  { name: 'Có chữ đứng sau thì không phải mã', on: ON, given: 'H10.01-201201-0001 ', expect: null, article: QD20 },
  {
    name: 'Có chữ đứng trước mã TT 01 thì không phải mã',
    on: ON,
    given: 'x000.00.06.H56-231027-0361',
    expect: null,
    article: TT01,
  },
  { name: 'Mã thủ tục không phải mã hồ sơ', on: ON, given: '1.001612', expect: null, article: TT01 },
  { name: 'Chuỗi trống', on: ON, given: '', expect: null, article: TT01 },
]);
