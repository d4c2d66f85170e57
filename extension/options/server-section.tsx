import { formatCount } from '#rules/format.ts';
import { language, texts } from '../language.ts';
import { ConfirmButton } from '../panel/confirm-button.tsx';
import { ManagedNote } from './managed-note.tsx';
import { Section, type SectionProps } from './section.tsx';

const say = texts(
  {
    title: 'Máy chủ và đăng ký',
    enrolled: 'đã đăng ký',
    revoked: 'đăng ký đã bị hủy, nhập mã mới',
    none: 'Chưa đăng ký.',
    enter: 'Nhập mã đăng ký',
    forget: 'Hủy đăng ký máy này',
    warning:
      'Máy này còn {n} việc chưa gửi. Việc chưa gửi được giữ lại, chỉ gửi được khi đăng ký lại bằng một mã mới. Khóa chỉ bị xóa ở đây: báo quản trị đơn vị thu hồi máy này trên máy chủ.',
    stop: 'Ngừng gửi dữ liệu',
  },
  {
    title: 'Server and enrolment',
    enrolled: 'enrolled',
    revoked: 'enrolment withdrawn, enter a new code',
    none: 'Not enrolled.',
    enter: 'Enter an enrolment code',
    forget: 'Withdraw this enrolment',
    warning:
      'This computer has {n} unsent items. They are kept and can only be sent after enrolling again with a new code. The key is erased here alone: tell your unit admin to revoke this computer on the server.',
    stop: 'Stop sending data',
  },
);

/** Where this browser is enrolled, and the two ways to end that. */
export function ServerSection({ state, doing: { busy, run } }: SectionProps) {
  const { server, device, revoked, consent, stored, managed } = state;
  return (
    <Section id="may-chu" title={say('title')}>
      {device ? (
        <p>
          {server} · {device.unitName} · {revoked ? <a href="/sidepanel.html">{say('revoked')}</a> : say('enrolled')}
          {managed.server && <ManagedNote />}
        </p>
      ) : (
        <p>
          {managed.server}
          {managed.server && <ManagedNote />} {say('none')} <a href="/sidepanel.html">{say('enter')}</a>
        </p>
      )}
      <div class="choices">
        {device && (
          <ConfirmButton
            label={say('forget')}
            warning={say('warning', { n: formatCount(stored.waiting, language()) })}
            busy={busy}
            onConfirm={() => void run({ type: 'panel.forget' })}
          />
        )}
        {consent > 0 && (
          <button type="button" aria-disabled={busy} onClick={() => void run({ type: 'panel.consent', agreed: false })}>
            {say('stop')}
          </button>
        )}
      </div>
    </Section>
  );
}
