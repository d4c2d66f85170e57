import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CONSENT_VERSION } from '../consent-text.ts';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import { ConsentStep } from './consent-step.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { RevokedNote } from './revoked-note.tsx';
import { SiteStep } from './site-step.tsx';

const say = texts(
  {
    intro: 'Bước 1/4 Phần mềm làm gì, không làm gì',
    reads: 'Đọc ngày tháng và mã hồ sơ trên trang một cửa đang mở.',
    never: 'Không đọc, không gửi tên, số căn cước, điện thoại, địa chỉ; tên chỉ vào bản in khi Anh/Chị bấm lấy.',
    writes: 'Không ghi gì vào trang đó.',
    rights: 'Không có quyền với trang nào cho đến khi Anh/Chị bật.',
    goOn: 'Tiếp tục',
    again: 'Nhập mã đăng ký mới',
    enrol: 'Bước 2/4 Nhập mã đăng ký',
    site: 'Bước 3/4 Bật trên trang một cửa',
    consent: 'Bước 4/4 Xem trước đúng dữ liệu sẽ gửi',
    consentAgain: 'Dữ liệu gửi đi đã đổi, xem lại rồi đồng ý',
    later: 'Bỏ qua',
  },
  {
    intro: 'Step 1/4 What this extension does and does not do',
    reads: 'Reads dates and dossier codes on the back-office page that is open.',
    never:
      'Does not read or send names, identity numbers, telephone numbers or addresses; a name goes into a printed letter only when you press for it.',
    writes: 'Writes nothing on that page.',
    rights: 'Has no right to any site until you enable it.',
    goOn: 'Continue',
    again: 'Enter a new enrolment code',
    enrol: 'Step 2/4 Enter the enrolment code',
    site: 'Step 3/4 Enable the back office',
    consent: 'Step 4/4 See exactly what will be sent',
    consentAgain: 'What is sent has changed, look again and agree',
    later: 'Skip',
  },
);

function Intro({ onNext }: { onNext: () => void }) {
  return (
    <section aria-labelledby="buoc">
      <h2 id="buoc" tabIndex={-1}>
        {say('intro')}
      </h2>
      <ul>
        <li>{say('reads')}</li>
        <li>{say('never')}</li>
        <li>{say('writes')}</li>
        <li>{say('rights')}</li>
      </ul>
      <button type="button" class="primary" onClick={onNext}>
        {say('goOn')}
      </button>
    </section>
  );
}

/** Whether something of the first run is still to be settled, or the enrolment to be settled again. */
export function needsFirstRun({ device, revoked, sites, consent }: PanelState): boolean {
  return !device || revoked || sites.length === 0 || consent < CONSENT_VERSION;
}

/** Four steps (E9); each may be left for later, and what was settled before is not asked again, but a revoked enrolment is. */
export function FirstRun({ state, onLater }: { state: PanelState; onLater: () => void }) {
  const [read, setRead] = useState(state.device !== null || state.sites.length > 0);
  const root = useRef<HTMLElement>(null);
  const shown = useRef<string | null | undefined>(null);
  // What was pressed is gone with its step: the focus goes on to the heading of the next one, before it is seen.
  useLayoutEffect(() => {
    const heading = root.current?.querySelector('h2');
    if (shown.current !== null && shown.current !== heading?.textContent) heading?.focus();
    shown.current = heading?.textContent;
  });
  const step = !read ? (
    <Intro onNext={() => setRead(true)} />
  ) : state.revoked ? (
    <EnrolStep state={state} heading={say('again')} />
  ) : !state.device ? (
    <EnrolStep state={state} heading={say('enrol')} />
  ) : state.sites.length === 0 ? (
    <SiteStep state={state} heading={say('site')} />
  ) : (
    <ConsentStep state={state} heading={say(state.consent > 0 ? 'consentAgain' : 'consent')} />
  );
  return (
    <main ref={root} class="first-run">
      <h1>Đánh giá DVC</h1>
      <div role="status">{state.revoked && <RevokedNote unsent={state.unsent} />}</div>
      {step}
      <button type="button" onClick={onLater}>
        {say('later')}
      </button>
    </main>
  );
}
