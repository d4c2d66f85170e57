/** One export row of dossier `n`: every eighth is still in process, the days walk through October 2026. */
export function rowOf(n: number): string {
  const day = String((n % 28) + 1).padStart(2, '0');
  const code = `H99.${String(n % 90).padStart(2, '0')}-2610${day}-${String(n).padStart(7, '0')}`;
  const unit = ['so-a', 'so-b', 'xa-1'][n % 3];
  const ended = n % 8 === 0 ? ',Đang xử lý,' : `,Đã trả kết quả,0${(n % 9) + 1}/11/2026 10:00`;
  return `${code},Nguyễn Văn ${n},09${String(10_000_000 + n).slice(0, 8)},${unit},${day}/10/2026 08:15,${day}/11/2026 17:00${ended}\n`;
}

export const HEAD = 'Mã hồ sơ,Chủ hồ sơ,Số điện thoại,Đơn vị,Ngày tiếp nhận,Ngày hẹn trả,Trạng thái,Ngày trả kết quả\n';

/** The bytes of an export of `n` dossiers, made as they are read. */
export function* exportOf(n: number): Generator<Buffer> {
  let text = HEAD;
  for (let i = 1; i <= n; i += 1) {
    text += rowOf(i);
    if (text.length < 65_536 && i < n) continue;
    yield Buffer.from(text);
    text = '';
  }
}
