import { h } from '../h.ts';
import { ATTRIBUTES, settingsOf } from '../settings.ts';
import { checkPage, checkServer, checkStorage, checkSubject } from './checks.ts';
import { bad, type Finding, good } from './finding.ts';
import { judgeViolation } from './judge-violation.ts';

const PATIENCE_MS = 10_000;
const SIGNS = { good: '✓', note: '!', bad: '✗' } as const;

const { origin } = new URL(import.meta.url);
const list = h('ol');
const survey = document.createElement('dvc-survey');
survey.setAttribute('server', origin);
survey.setAttribute('test', '');
// The address of the page carries the attributes to try: ?tenant=…&unit=…&token=… Not the server: on a portal's copy of this
// page whoever sends an address around would choose whose words stand there.
for (const [name, value] of new URLSearchParams(location.search))
  if (name !== 'server' && (ATTRIBUTES as readonly string[]).includes(name)) survey.setAttribute(name, value);

const tell = ({ is, says }: Finding) => list.append(h('li', { class: is }, `${SIGNS[is]} ${says}`));

/** Resolves with how the survey came up; rejects never. */
function shown(): Promise<Finding> {
  const from = performance.now();
  return new Promise((resolve) => {
    setTimeout(() => resolve(bad('Phiếu không hiện sau 10 giây. Xem các dòng khác của danh sách này.')), PATIENCE_MS);
    survey.addEventListener('dvc-survey-ready', () =>
      resolve(good(`Phiếu hiện sau ${Math.round(performance.now() - from)} ms.`)),
    );
    survey.addEventListener('dvc-survey-error', (event) =>
      resolve(
        bad(`Phiếu báo lỗi ${(event as CustomEvent<{ code: string }>).detail.code}; câu báo ở ngay trong phiếu.`),
      ),
    );
    import(/* @vite-ignore */ `${origin}/widget.js`).catch(() =>
      resolve(bad(`Không tải được ${origin}/widget.js. Thêm ${origin} vào script-src.`)),
    );
  });
}

document.addEventListener('securitypolicyviolation', (event) => tell(judgeViolation(event, origin)));
const place = document.getElementById('widget-check');
if (place) {
  place.textContent = 'Phiếu dưới đây ở chế độ thử: không câu trả lời nào được gửi. Dòng ✗ là việc cần sửa.';
  place.after(list, survey);
  tell(good(`script-src cho phép ${origin}.`));
  checkPage().forEach(tell);
  const settings = settingsOf(survey);
  for (const finding of [shown(), checkServer(settings), checkStorage(), checkSubject(settings)])
    void finding.then(tell);
}
