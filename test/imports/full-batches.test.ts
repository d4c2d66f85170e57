import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportView } from '#wire/import.ts';
import { idOf, type TestServer, testServer } from '../server/test-server.ts';
import { sendFile } from './send-file.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

/** More rows than one transaction takes in, and than a list of values was ever asked with. */
const ROWS = 4200;
const FILES: readonly (readonly [kind: string, head: string, row: (n: number) => string])[] = [
  ['officers', 'Mã cán bộ,Mã đơn vị,Nhãn', (n) => `CB-${n},so-a,Quầy ${n}`],
  ['procedures', 'Mã thủ tục,Tên thủ tục,Lĩnh vực', (n) => `1.${100_000 + n},Thủ tục ${n},Xây dựng`],
  ['units', 'Mã đơn vị,Tên đơn vị,Cấp,Hoạt động từ ngày', (n) => `xa-x${n},Xã ${n},xã,01/07/2025`],
  ['petitions', 'Mã phản ánh,Mã đơn vị,Nội dung,Ngày nhận', (n) => `PA-${n},so-a,khác,02/11/2026`],
  [
    'paper-forms',
    'Số phiếu,Mã đơn vị,Ngày ghi phiếu,overall,q1,q3',
    (n) => `P-${n},so-a,09/11/2026,s${(n % 5) + 1},on,extra0`,
  ],
];

test.each(FILES)(
  'a full batch of %s goes in and is taken back',
  async (kind, head, row) => {
    const n = 1 + FILES.findIndex(([each]) => each === kind);
    const text = [head, ...Array.from({ length: ROWS }, (_, i) => row(i))].join('\n');
    const { body } = await sendFile(server, n, { kind }, text);
    expect(body).toMatchObject({ state: 'done', read: ROWS, created: ROWS, refused: 0 });
    const as = server.credentials.mau['province-admin'];
    await server.request('POST', `/v1/imports/${idOf(n)}/undo`, {}, as);
    for (;;) {
      const view = (await server.request<ImportView>('GET', `/v1/imports/${idOf(n)}`, undefined, as)).body;
      expect(['undoing', 'undone']).toContain(view.state);
      if (view.state === 'undone') return expect(view).toMatchObject({ takenBack: ROWS, kept: 0 });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  },
  60_000,
);
