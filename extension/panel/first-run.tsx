import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelState } from '../messages.ts';
import { ConsentStep } from './consent-step.tsx';
import { EnrolStep } from './enrol-step.tsx';
import { RevokedNote } from './revoked-note.tsx';
import { SiteStep } from './site-step.tsx';

function Intro({ onNext }: { onNext: () => void }) {
  return (
    <section aria-labelledby="buoc">
      <h2 id="buoc" tabIndex={-1}>
        Bước 1/4 Phần mềm làm gì, không làm gì
      </h2>
      <ul>
        <li>Đọc ngày tháng và mã hồ sơ trên trang một cửa đang mở.</li>
        <li>Không đọc, không gửi tên, số căn cước, điện thoại, địa chỉ.</li>
        <li>Không ghi gì vào trang đó.</li>
        <li>Không có quyền với trang nào cho đến khi Anh/Chị bật.</li>
      </ul>
      <button type="button" class="primary" onClick={onNext}>
        Tiếp tục
      </button>
    </section>
  );
}

/** Whether something of the first run is still to be settled, or the enrolment to be settled again. */
export function needsFirstRun({ device, revoked, sites, consent }: PanelState): boolean {
  return !device || revoked || sites.length === 0 || !consent;
}

/** Four steps (E9); each may be left for later, and what was settled before is not asked again, but a revoked enrolment is. */
export function FirstRun({ state, onLater }: { state: PanelState; onLater: () => void }) {
  const [read, setRead] = useState(state.device !== null || state.sites.length > 0);
  const root = useRef<HTMLElement>(null);
  const shown = useRef<string | null | undefined>(null);
  // What was pressed is gone with its step: the focus goes on to the heading of the next one.
  useEffect(() => {
    const heading = root.current?.querySelector('h2');
    if (shown.current !== null && shown.current !== heading?.textContent) heading?.focus();
    shown.current = heading?.textContent;
  });
  const step = !read ? (
    <Intro onNext={() => setRead(true)} />
  ) : state.revoked ? (
    <EnrolStep state={state} heading="Nhập mã đăng ký mới" />
  ) : !state.device ? (
    <EnrolStep state={state} heading="Bước 2/4 Nhập mã đăng ký" />
  ) : state.sites.length === 0 ? (
    <SiteStep state={state} heading="Bước 3/4 Bật trên trang một cửa" />
  ) : (
    <ConsentStep state={state} heading="Bước 4/4 Xem trước đúng dữ liệu sẽ gửi" />
  );
  return (
    <main ref={root} class="first-run">
      <h1>Đánh giá DVC</h1>
      <div role="status">{state.revoked && <RevokedNote unsent={state.unsent} />}</div>
      {step}
      <button type="button" onClick={onLater}>
        Bỏ qua
      </button>
    </main>
  );
}
