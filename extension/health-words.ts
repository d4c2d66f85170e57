import { texts } from './language.ts';
import type { ReadingCount } from './messages.ts';
import { lightOf, type SiteHealth } from './site-health.ts';

const say = texts(
  {
    read: 'Đọc được {read}/{total} dòng',
    noDate: '{n} dòng thiếu ngày hẹn trả',
    noCode: '{n} dòng thiếu mã hồ sơ',
    duplicates: '{n} dòng trùng mã',
    others: 'danh sách khác có {n} dòng không đọc được (không có cột ngày hẹn trả, hoặc trang có quá 10 danh sách)',
    unreadable: 'Chưa đọc được danh sách này',
    changed:
      'Trước đây đọc được {wasRead}/{wasTotal} dòng. Trang có thể đã đổi cách trình bày. Dạy lại trang này hoặc báo đầu mối của tỉnh.',
  },
  {
    read: '{read} of {total} rows read',
    noDate: '{n} rows lack the promised date',
    noCode: '{n} rows lack a dossier code',
    duplicates: '{n} rows share a code',
    others: '{n} rows of other lists cannot be read (no column of promised dates, or more than 10 lists)',
    unreadable: 'This list cannot be read yet',
    changed:
      'It read {wasRead} of {wasTotal} rows before. The page has probably changed its layout. Teach it again or tell your focal point.',
  },
);

/** `Đọc được 18/20 dòng; 2 dòng thiếu ngày hẹn trả`. */
export function countSentence(count: ReadingCount): string {
  const lacks = (['noDate', 'noCode', 'duplicates', 'others'] as const).flatMap((field) =>
    count[field] ? [say(field, { n: count[field] })] : [],
  );
  return [say('read', { read: count.read, total: count.total }), ...lacks].join('; ');
}

/** How well a site is read, and that it has changed where it has. */
export function healthSentence(health: SiteHealth): string {
  const now = health.unreadable ? say('unreadable') : countSentence(health.count);
  if (lightOf(health) !== 'changed' || !health.well) return `${now}.`;
  return `${now}. ${say('changed', { wasRead: health.well.read, wasTotal: health.well.total })}`;
}
