import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const PER_PAGE = 8;
export const codeOf = (n: number): string => `H99.01-261102-${1000 + n}`;
/** Every second dossier has its result; the others are over their day. */
export const isFinished = (n: number): boolean => n % 2 === 0;

const row = (n: number): string =>
  `<tr><td>${codeOf(n)}</td><td>02/11/2026 08:15</td><td>09/11/2026 17:00</td>${
    isFinished(n)
      ? '<td>06/11/2026 10:00</td><td>06/11/2026 15:00</td><td>Đã trả kết quả</td>'
      : '<td></td><td></td><td>Đang xử lý</td>'
  }</tr>`;

/** A back office that is always there: `/?from=16` shows the eight dossiers from the 16th. */
export async function openBackOffice() {
  const office = createServer((request, response) => {
    const from = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('from'));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="vi"><title>Một cửa</title><table>
<thead><tr><th>Mã hồ sơ</th><th>Ngày tiếp nhận</th><th>Ngày hẹn trả</th><th>Ngày có kết quả</th><th>Ngày trả</th><th>Trạng thái</th></tr></thead>
<tbody>${Array.from({ length: PER_PAGE }, (_, i) => row(from + i)).join('')}</tbody></table></html>`);
  });
  await new Promise<void>((resolve) => office.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(office.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => office.close(resolve).closeAllConnections()),
  };
}
