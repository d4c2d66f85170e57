// @vitest-environment happy-dom
import type { ComponentType } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { type Place, placeOf } from '../../server/admin/place.ts';
import { ContentsScreen } from '../../server/admin/screens/results/contents.tsx';
import { ParCriteria } from '../../server/admin/screens/results/par-criteria.tsx';
import { Qd766 } from '../../server/admin/screens/results/qd766.tsx';
import { button, choose, fakeServer, field, hide, pageText, press, show, signedIn, type, unfold } from './mount.tsx';
import { CONTENTS, NO_LIST, PAR, QD766 } from './par-samples.ts';
import { CLOSED, SESSION, UNIT } from './sample.ts';

afterEach(hide);

type Answers = Parameters<typeof fakeServer>[0];
async function open(
  Screen: ComponentType<{ place: Place }>,
  answers: Answers,
  { hash = '', role = SESSION.role, period = CLOSED as typeof CLOSED | null } = {},
) {
  location.hash = hash;
  const { api, sent } = fakeServer(answers);
  const desk = { period, periods: period ? [period] : [], units: [UNIT] };
  await show(signedIn(api, <Screen place={placeOf(hash)} />, desk, { ...SESSION, role }));
  return sent;
}
const cellsOf = (caption: string) =>
  [...document.querySelectorAll('table')]
    .filter((table) => table.querySelector('caption')?.textContent?.startsWith(caption))
    .flatMap((table) => [...table.querySelectorAll('tbody tr')].map((row) => row.textContent ?? ''));
const wrongFields = () =>
  [...document.querySelectorAll('[aria-invalid="true"]')].map(
    (input) => document.querySelector(`label[for="${input.id}"]`)?.textContent,
  );

describe('the criteria of administrative reform', () => {
  const GET = 'GET /v1/par-criteria';

  it('show each criterion with why, what was replaced, and each ratio with its source or what to supply', async () => {
    const sent = await open(ParCriteria, { [GET]: { body: PAR } });
    expect(sent.map(({ path }) => path)).toEqual(['/v1/par-criteria']);
    const [first, second] = cellsOf('Tiêu chí (2)');
    expect(first).toContain('2,00/2,00');
    expect(first).toContain('Hồ sơ nộp trực tuyến: 80/100 (80,0 %)');
    // Unknown is a dash, never a zero.
    expect(second).toContain('—/3,00');
    expect(second).toContain('chưa rõ');
    expect(pageText()).toContain('Đã thay trong năm: 3.7. Điều tra xã hội học cũ.');
    const [online, payment] = cellsOf('Tỷ lệ dùng để quy đổi điểm (2)');
    expect(online).toContain('đếm ở đây');
    expect(payment).toContain('—chưa có số liệu');
    expect(payment).toContain('Nhập số hồ sơ thanh toán trực tuyến');
  });

  it('are read only for a viewer, and say how to begin where there is no list', async () => {
    await open(ParCriteria, { [GET]: { body: NO_LIST } }, { role: 'viewer' });
    expect(pageText()).toContain('Năm 2026 chưa có bộ tiêu chí.');
    expect(pageText()).toContain('Chưa kỳ nào của năm này đã chốt');
    expect(document.querySelectorAll('form')).toHaveLength(0);
  });

  it('say why they cannot be shown, and try again', async () => {
    let down = true;
    await open(ParCriteria, {
      [GET]: () => (down ? { status: 503, body: { code: 'store.busy', message: 'Máy chủ đang bận.' } } : { body: PAR }),
    });
    expect(pageText()).toContain('Máy chủ đang bận.');
    down = false;
    await press(button('Thử lại'));
    expect(cellsOf('Tiêu chí (2)')).toHaveLength(2);
  });

  it('take a new criterion, naming each field that is wrong and how to write it', async () => {
    const PUT = 'PUT /v1/par-criteria/criterion';
    const sent = await open(ParCriteria, { [GET]: { body: PAR }, [PUT]: { body: PAR } });
    expect(document.querySelectorAll('form'), 'what is read comes first, what is typed is folded').toHaveLength(0);
    await unfold('Thêm hoặc sửa một tiêu chí');
    await press(button('Ghi tiêu chí'));
    expect(wrongFields()).toEqual(['Mã tiêu chí', 'Tên tiêu chí', 'Điểm tối đa']);
    await type('Mã tiêu chí', '3.8');
    await type('Tên tiêu chí', 'Thanh toán trực tuyến');
    await type('Điểm tối đa', '1,5');
    await choose('Điểm lấy từ đâu', 'payment.online');
    await choose('Cách quy đổi', 'linear');
    await type('Mốc quy đổi', '40 = 0,5');
    await press(button('Ghi tiêu chí'));
    expect(wrongFields()).toEqual(['Mốc quy đổi']);
    expect(pageText()).toContain('cách tăng đều cần đúng hai mốc');
    expect(sent).toHaveLength(1);
    await type('Mốc quy đổi', 'dưới 40 = 0; 40 = 0,5; 80 = 1,5');
    await type('Áp dụng từ ngày', '2026-07-01');
    await press(button('Ghi tiêu chí'));
    expect(sent[1]).toMatchObject({
      method: 'PUT',
      body: {
        ...{ year: 2026, id: '3.8', name: 'Thanh toán trực tuyến', max: '1,5', act: null, from: '2026-07-01' },
        source: {
          ratio: 'payment.online',
          conversion: {
            ...{ kind: 'linear', below: '0' },
            ...{ from: { ratio: '40', points: '0.5' }, to: { ratio: '80', points: '1.5' } },
          },
        },
      },
    });
    expect(pageText()).toContain('Đã ghi tiêu chí 3.8.');
  });

  it('are changed from what stands, and taken away only when asked twice', async () => {
    const PUT = 'PUT /v1/par-criteria/criterion';
    const sent = await open(ParCriteria, { [GET]: { body: PAR }, [PUT]: { body: PAR } });
    await unfold('Thêm hoặc sửa một tiêu chí');
    await choose('Tiêu chí nào', '3.1 ');
    expect(field('Mốc quy đổi').value).toBe('50,00 = 1,00; 80,00 = 2,00');
    await press(button('Bỏ tiêu chí 3.1'));
    expect(pageText()).toContain('Bỏ tiêu chí 3.1 khỏi bộ của năm 2026?');
    expect(sent).toHaveLength(1);
    await press(button('Bỏ tiêu chí 3.1'));
    expect(sent[1]?.body).toMatchObject({ id: '3.1', removed: true, source: { ratio: 'online' } });
    expect(pageText()).toContain('Đã bỏ tiêu chí 3.1.');
  });

  it('take the count of a ratio nothing is counted for, never a part above its whole', async () => {
    const PUT = 'PUT /v1/par-criteria/counts';
    const sent = await open(ParCriteria, { [GET]: { body: PAR }, [PUT]: { body: PAR } });
    await unfold('Nhập số của một tỷ lệ');
    await type('Tử số', '120');
    await type('Mẫu số', '100');
    await type('Lấy ở đâu', 'Cổng, ngày 05/10/2026');
    await press(button('Ghi số'));
    expect(pageText()).toContain('Tử số không được lớn hơn mẫu số.');
    await type('Tử số', '82');
    await press(button('Ghi số'));
    expect(sent.filter(({ method }) => method === 'PUT').map(({ body }) => body)).toEqual([
      { year: 2026, ratio: 'payment.online', numerator: 82, denominator: 100, source: 'Cổng, ngày 05/10/2026' },
    ]);
  });

  it('lead to the file of many criteria', async () => {
    await open(ParCriteria, { [GET]: { body: PAR } });
    await unfold('Nhập nhiều tiêu chí từ tệp CSV, XLSX');
    const links = [...document.querySelectorAll('a')].map((a) => a.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['#/nhap?loai=par-criteria', '/v1/imports/template/par-criteria']));
  });
});

describe('QĐ 766', () => {
  const GET = 'GET /v1/periods/2026-q3/qd766';

  it('calls a row without a number by its name, and tells the total as partial', async () => {
    await open(Qd766, { [GET]: { body: QD766 } });
    expect(pageText()).toContain('Tổng một phần: 19,00, trên 20,00 điểm có số liệu');
    expect(pageText()).not.toContain('toanTrinh');
    const [counted, entered] = cellsOf('Chỉ số (2)');
    expect(counted).toContain('đếm từ hồ sơ');
    expect(entered).toContain('Tỷ lệ hồ sơ trực tuyến toàn trình');
    expect(entered).toContain('Cổng, ngày 05/10/2026');
    // What is counted from dossiers is not entered by hand.
    const options = [...document.querySelectorAll('form option')].map((option) => option.textContent);
    expect(options).toEqual(['Tỷ lệ hồ sơ trực tuyến toàn trình']);
  });

  it('is read only for a viewer, waits for a period, and says why it is refused', async () => {
    await open(Qd766, { [GET]: { body: QD766 } }, { role: 'viewer' });
    expect(document.querySelectorAll('form')).toHaveLength(0);
    hide();
    expect(await open(Qd766, {}, { period: null })).toEqual([]);
    expect(pageText()).toContain('Chưa có kỳ đánh giá nào.');
    hide();
    await open(Qd766, {
      [GET]: { status: 422, body: { code: 'ruleset.outside', message: 'Chọn kỳ sau đó.' } },
    });
    expect(pageText()).toContain('Chọn kỳ sau đó.');
  });
});

describe('the contents of NĐ 118', () => {
  const GET = 'GET /v1/periods/2026-q3/contents';

  it('shows shares and no points, what is not read as a dash, and that some are left out', async () => {
    await open(ContentsScreen, { [GET]: { body: CONTENTS } });
    const [a, b] = cellsOf('');
    expect(a).toContain('90,0');
    expect(a).toContain('2 người không rõ hoặc không muốn trả lời');
    expect(b).toContain('—');
    expect(b).toContain('chưa có cách hiểu');
    expect(pageText()).toContain('Nghị định không quy định điểm.');
    expect(pageText()).toContain('Không gồm câu hỏi có dưới 5 câu trả lời');
  });

  it('says that nothing is shown before the close, and that there are too few answers', async () => {
    const open1 = { ...CONTENTS, closed: false, leftOut: false, surveys: [] };
    await open(ContentsScreen, { [GET]: { body: open1 } });
    expect(pageText()).toContain('Kỳ này chưa chốt.');
    hide();
    await open(ContentsScreen, { [GET]: { body: { ...open1, closed: true } } });
    expect(pageText()).toContain('Chưa có phiếu chính thức nào đủ để hiện');
  });
});
