import { addDays } from '#rules/calendar/date.ts';
import { localDay } from '../clock.ts';
import type { Value } from './db.ts';
import type { RetentionSettings } from './retention-settings.ts';

/** The ends of what is kept, for one run. */
export interface Limits {
  readonly now: string;
  readonly today: string;
  readonly monthAgo: string;
  /** Instant. */
  readonly dayAgo: string;
  /** Instant before which a seal lies too far back for its comments. */
  readonly comments: string;
  /** Day before which a dossier ended too long ago. */
  readonly dossiers: string;
}

/** What goes when, and why: the whole of what is removed by itself. Everything else stays. */
export interface RetentionRule {
  /** Stable, for the log. */
  readonly id: string;
  readonly what: string;
  readonly keep: string;
  readonly why: string;
  readonly table: string;
  /** Names a row beside `tenant`. */
  readonly key: readonly string[];
  /** Which rows of the tenant go. */
  readonly where: string;
  readonly params: (limits: Limits) => readonly Value[];
  /** Emptied instead of removing the row. */
  readonly clears?: string;
}

/** `day` so many calendar months earlier, for comparing: a day a month does not have stands after its last. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  const text = (n: number, digits: number) => String(n).padStart(digits, '0');
  return `${text(Math.floor(count / 12), 4)}-${text((count % 12) + 1, 2)}${day.slice(7)}`;
}

export function limitsAt(now: Date, { commentMonths, dossierMonths }: RetentionSettings): Limits {
  const today = localDay(now);
  return {
    now: now.toISOString(),
    today,
    monthAgo: addDays(today, -30),
    dayAgo: new Date(now.getTime() - 86_400_000).toISOString(),
    comments: monthsBefore(now.toISOString(), commentMonths),
    dossiers: monthsBefore(today, dossierMonths),
  };
}

/** No period that still counts dossiers reaches so far back: nothing an open or provisional one needs is touched. */
const nothingNeeds = (table: string) =>
  `not exists (select 1 from periods p where p.tenant = ${table}.tenant and p.state <> 'sealed' and p.from_day < ?)`;
const orphaned = (table: string, column: string) =>
  `not exists (select 1 from dossiers d where d.tenant = ${table}.tenant and d.code = ${table}.${column})`;
const ofOldSnapshot = (table: string) =>
  `exists (select 1 from snapshots s join periods p on p.tenant = s.tenant and p.period = s.period
    where s.tenant = ${table}.tenant and s.snapshot = ${table}.snapshot and p.state = 'sealed' and p.to_day <= ?)`;

const ofOldPeriod = (table: string) =>
  `exists (select 1 from periods p where p.tenant = ${table}.tenant and p.period = ${table}.period and p.state = 'sealed'
    and p.to_day <= ?)`;

const EXPIRED = { keep: 'đến hết hạn', why: 'hết hạn thì không mở được gì nữa' };
const WITH_DOSSIER = { keep: 'như hồ sơ', why: 'chỉ có nghĩa cùng với hồ sơ' };

/** Those of dossiers come after the dossiers, for they go with them. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  {
    ...{ id: 'sso-returns', what: 'Lượt đăng nhập một lần', table: 'sso_returns', key: ['state_hash'], ...EXPIRED },
    ...{ where: 'expires_at < ?', params: ({ now }) => [now] },
  },
  {
    ...{ id: 'sessions', what: 'Phiên đăng nhập', table: 'sessions', key: ['token_hash'], ...EXPIRED },
    ...{ where: 'expires_at < ?', params: ({ now }) => [now] },
  },
  {
    ...{ id: 'sign-in-tries', what: 'Lần thử mật khẩu, mã', table: 'sign_in_tries', key: ['name_hash', 'place_hash'] },
    keep: 'một ngày; nơi đã đăng nhập được thì 30 ngày',
    why: 'chỉ để làm chậm người dò; nơi quen giữ lâu hơn để người dò không làm chủ tài khoản phải đợi',
    where: 'tried_at < ? and (known_at is null or known_at < ?)',
    params: ({ dayAgo, monthAgo }) => [dayAgo, monthAgo],
  },
  {
    ...{
      id: 'person-tokens',
      what: 'Lượt nhập PIN của cán bộ',
      table: 'person_tokens',
      key: ['token_hash'],
      ...EXPIRED,
    },
    ...{ where: 'expires_at < ?', params: ({ now }) => [now] },
  },
  {
    ...{ id: 'first-admin-links', what: 'Đường dẫn tạo quản trị', table: 'first_admin_links', key: ['token_hash'] },
    ...{ ...EXPIRED, where: 'expires_at < ?', params: ({ now }) => [now] },
  },
  {
    ...{ id: 'enrolments', what: 'Mã đăng ký máy', table: 'enrolments', key: ['code_hash'] },
    ...{ keep: '30 ngày sau khi hết hạn', why: 'còn nói được vì sao mã không dùng được; máy đã đăng ký có dòng riêng' },
    ...{ where: 'expires_at < ?', params: ({ monthAgo }) => [monthAgo] },
  },
  {
    ...{ id: 'invitations', what: 'Đường dẫn đánh giá', table: 'invitations', key: ['token_hash'] },
    keep: '30 ngày sau khi hết hạn và đến khi kỳ lúc cấp đã khóa sổ',
    why: 'còn nói được vì sao đường dẫn không mở, và không nhắc một hồ sơ quá số lần; giữ mã hồ sơ nên không giữ lâu hơn',
    where: `expires_day < ? and not exists (select 1 from periods p where p.tenant = invitations.tenant
      and p.state <> 'sealed' and p.from_day <= invitations.created_at and p.to_day > invitations.created_at)`,
    params: ({ monthAgo }) => [monthAgo],
  },
  {
    ...{ id: 'invitation-counts', what: 'Số đường dẫn mỗi khóa cấp trong ngày', table: 'sequences', key: ['name'] },
    ...{ keep: 'hết ngày', why: 'chỉ để chặn cấp quá nhiều trong một ngày' },
    where: "name like 'invitations/%' and substr(name, length(name) - 9) < ?",
    params: ({ today }) => [today],
  },
  {
    ...{ id: 'comments', what: 'Lời góp ý trong phiếu', table: 'responses', key: ['period', 'seq'], clears: 'comment' },
    keep: 'số tháng do tỉnh đặt sau khi khóa sổ, mặc định 24',
    why: 'đủ để đọc và cải thiện; các câu trả lời chọn sẵn còn lại',
    where: `comment is not null and exists (select 1 from periods p where p.tenant = responses.tenant
      and p.period = responses.period and p.state = 'sealed' and p.sealed_at < ?)`,
    params: ({ comments }) => [comments],
  },
  {
    ...{ id: 'comment-tags', what: 'Nhãn gắn cho lời góp ý', table: 'comment_tags', key: ['period', 'comment', 'tag'] },
    keep: 'như lời góp ý trong phiếu',
    why: 'nhãn đứng theo lời góp ý; lời đã xóa thì không được thử lại qua mã của nó',
    where: `exists (select 1 from periods p where p.tenant = comment_tags.tenant
      and p.period = comment_tags.period and p.state = 'sealed' and p.sealed_at < ?)`,
    params: ({ comments }) => [comments],
  },
  {
    ...{ id: 'cases', what: 'Góp ý xin được trả lời, đã trả lời', table: 'cases', key: ['case_id'] },
    ...{ keep: 'đến hết hạn hiện câu trả lời', why: 'người gửi không đọc được nữa thì không ai cần' },
    ...{ where: 'shown_until < ?', params: ({ today }: Limits) => [today] },
  },
  {
    ...{ id: 'cases-unanswered', what: 'Góp ý xin được trả lời, không ai trả lời', table: 'cases', key: ['case_id'] },
    keep: 'như lời góp ý trong phiếu, tính từ khóa sổ',
    why: 'là lời của người dân như lời góp ý; quá hạn trả lời đã lâu, nhật ký còn giữ số đã xóa',
    where: `shown_until is null and exists (select 1 from periods p where p.tenant = cases.tenant
      and p.period = cases.period and p.state = 'sealed' and p.sealed_at < ?)`,
    params: ({ comments }) => [comments],
  },
  {
    ...{ id: 'dossiers', what: 'Hồ sơ', table: 'dossiers', key: ['code'] },
    keep: 'số tháng do tỉnh đặt sau khi kết thúc, mặc định 60',
    why: 'bản chốt giữ kết quả; hồ sơ chưa kết thúc, hoặc kỳ chưa khóa sổ còn cần, thì ở lại',
    where: `ended_day < ? and (returned is null or returned < ?) and ${nothingNeeds('dossiers')}`,
    params: ({ dossiers }) => [dossiers, dossiers, dossiers],
  },
  {
    ...{ id: 'dossier-changes', what: 'Lần đổi ngày của hồ sơ', table: 'dossier_changes', key: ['code', 'seq'] },
    ...{ ...WITH_DOSSIER, where: orphaned('dossier_changes', 'code'), params: () => [] },
  },
  {
    ...{ id: 'self-scores', what: 'Tự chấm', table: 'self_scores', key: ['dossier', 'revision'], ...WITH_DOSSIER },
    where: `scored_at < ? and ${nothingNeeds('self_scores')} and ${orphaned('self_scores', 'dossier')}`,
    params: ({ dossiers }) => [dossiers, dossiers],
  },
  {
    ...{ id: 'second-looks', what: 'Lần mời xem lại đợt tự chấm nhanh', table: 'second_looks', key: ['id'] },
    ...{ keep: 'như hồ sơ, tính từ ngày mời', why: 'chỉ có nghĩa bên cạnh điểm tự chấm của cùng thời gian' },
    ...{ where: 'offered_day < ?', params: ({ dossiers }) => [dossiers] },
  },
  {
    ...{ id: 'survey-messages', what: 'Số lần nhắn tin mời đánh giá', table: 'survey_messages', ...WITH_DOSSIER },
    ...{ key: ['dossier', 'stage'], where: orphaned('survey_messages', 'dossier'), params: () => [] },
  },
  {
    ...{ id: 'dossier-acts', what: 'Việc đã làm với hồ sơ', table: 'dossier_acts', key: ['code'], ...WITH_DOSSIER },
    where: `updated_at < ? and ${nothingNeeds('dossier_acts')} and ${orphaned('dossier_acts', 'code')}`,
    params: ({ dossiers }) => [dossiers, dossiers],
  },
  {
    ...{ id: 'dossier-courses', what: 'Các bước của hồ sơ', table: 'dossier_courses', key: ['code'], ...WITH_DOSSIER },
    ...{ where: orphaned('dossier_courses', 'code'), params: () => [] },
  },
  {
    ...{ id: 'apology-letters', what: 'Ngày gửi thư xin lỗi', table: 'apology_letters', key: ['dossier', 'sent'] },
    ...WITH_DOSSIER,
    where: `recorded_at < ? and ${nothingNeeds('apology_letters')} and ${orphaned('apology_letters', 'dossier')}`,
    params: ({ dossiers }) => [dossiers, dossiers],
  },
  {
    ...{ id: 'findings', what: 'Kết luận từng hồ sơ của bản chốt', table: 'dossier_findings' },
    ...{ key: ['snapshot', 'unit', 'dossier', 'bits'], keep: 'như hồ sơ, tính từ hết kỳ' },
    why: 'nêu mã hồ sơ; kết quả của đơn vị và cán bộ trong bản chốt ở lại',
    ...{ where: `dossier <> '' and ${ofOldSnapshot('dossier_findings')}`, params: ({ dossiers }) => [dossiers] },
  },
  {
    ...{ id: 'flag-dossiers', what: 'Hồ sơ nêu sau dấu hiệu cần xem lại', table: 'snapshot_flags', clears: 'hits' },
    ...{ key: ['snapshot', 'flag'], keep: 'như hồ sơ, tính từ hết kỳ' },
    why: 'nêu mã hồ sơ; dấu hiệu và giải trình ở lại cùng bản chốt',
    where: `hits is not null and ${ofOldSnapshot('snapshot_flags')}`,
    params: ({ dossiers }) => [dossiers],
  },
  {
    ...{ id: 'sampled-dossiers', what: 'Hồ sơ được rút để thẩm định', table: 'review_sample_dossiers' },
    ...{ key: ['period', 'sample', 'unit', 'code'], keep: 'như hồ sơ, tính từ hết kỳ' },
    why: 'nêu mã hồ sơ; số quay, cỡ mẫu và mã danh sách ở lại',
    ...{ where: ofOldPeriod('review_sample_dossiers'), params: ({ dossiers }) => [dossiers] },
  },
  {
    ...{ id: 'dossier-appraisals', what: 'Điểm thẩm định của từng hồ sơ', table: 'appraisals' },
    ...{ key: ['period', 'unit', 'dossier', 'indicator', 'revision'], keep: 'như hồ sơ, tính từ hết kỳ' },
    why: 'nêu mã hồ sơ; điểm thẩm định của đơn vị ở lại',
    ...{ where: `dossier <> '' and ${ofOldPeriod('appraisals')}`, params: ({ dossiers }) => [dossiers] },
  },
  {
    ...{ id: 'import-rows', what: 'Dòng của các lần nhập tệp', table: 'import_rows', key: ['import', 'item'] },
    ...{ keep: 'như hồ sơ, tính từ hết lần nhập', why: 'giữ bản trước của hồ sơ để gỡ lần nhập' },
    where: `exists (select 1 from imports i where i.tenant = import_rows.tenant and i.import = import_rows.import
      and i.ended_at < ?) and ${nothingNeeds('import_rows')}`,
    params: ({ dossiers }) => [dossiers, dossiers],
  },
];
