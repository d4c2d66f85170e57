import { formatCount } from '#rules/format.ts';
import { ConfirmButton } from './confirm-button.tsx';
import { Problem } from './problem.tsx';
import { SiteStep } from './site-step.tsx';
import { useDoing } from './use-doing.ts';
import { usePanelState } from './use-panel-state.ts';

/** Set-up (E10): where this browser is enrolled, which sites it reads, what it keeps; each can be taken back here. */
export function Options() {
  const { state } = usePanelState();
  const { busy, problem, run } = useDoing();
  if (!state) return <p class="loading">Đang mở…</p>;
  const { server, device, revoked, sites, consent, stored } = state;
  return (
    <main class="options">
      <h1>Thiết lập Đánh giá DVC</h1>
      <Problem text={problem} />
      <section aria-labelledby="may-chu">
        <h2 id="may-chu">Máy chủ và đăng ký</h2>
        {device ? (
          <>
            <p>
              {server} · {device.unitName} ·{' '}
              {revoked ? <a href="/sidepanel.html">đăng ký đã bị hủy, nhập mã mới</a> : 'đã đăng ký'}
            </p>
            <ConfirmButton
              label="Hủy đăng ký máy này"
              warning={`Máy này còn ${formatCount(stored.waiting)} việc chưa gửi. Việc chưa gửi được giữ lại, chỉ gửi được khi đăng ký lại bằng một mã mới.`}
              busy={busy}
              onConfirm={() => void run({ type: 'panel.forget' })}
            />
          </>
        ) : (
          <p>
            Chưa đăng ký. <a href="/sidepanel.html">Nhập mã đăng ký</a>
          </p>
        )}
        {consent && (
          <button type="button" aria-disabled={busy} onClick={() => void run({ type: 'panel.consent', agreed: false })}>
            Ngừng gửi dữ liệu
          </button>
        )}
      </section>
      <section aria-labelledby="trang">
        <h2 id="trang">Trang đã bật</h2>
        <ul class="plain">
          {sites.map((origin) => (
            <li key={origin}>
              {origin}{' '}
              <button
                type="button"
                aria-disabled={busy}
                aria-label={`Tắt ${origin}`}
                onClick={() => void run({ type: 'panel.site', origin, enabled: false })}
              >
                Tắt
              </button>
            </li>
          ))}
        </ul>
        {sites.length === 0 && <p>Chưa bật trang nào.</p>}
        <SiteStep state={state} heading="Bật thêm một trang" />
      </section>
      <section aria-labelledby="dang-luu">
        <h2 id="dang-luu">Đang lưu những gì</h2>
        <p>
          {formatCount(stored.dossiers)} mã hồ sơ với thủ tục, trạng thái và các ngày; {formatCount(stored.waiting)}{' '}
          việc chờ gửi; {stored.refused > 0 && `${formatCount(stored.refused)} phiếu tự chấm máy chủ không nhận; `}
          {formatCount(stored.scores)} phiếu tự chấm. Không có tên, số căn cước, điện thoại, địa chỉ.
        </p>
        <p class="meta">Hồ sơ không còn thấy trên màn hình được xóa sau 90 ngày. Xóa ở đây mất cả việc chưa gửi.</p>
        <ConfirmButton
          label="Xóa dữ liệu trên máy này"
          warning={`Máy này còn ${formatCount(stored.waiting)} việc chưa gửi. Việc chưa gửi, hồ sơ và phiếu tự chấm lưu trên máy này sẽ mất, không lấy lại được.`}
          busy={busy}
          onConfirm={() => void run({ type: 'panel.erase' })}
        />
      </section>
    </main>
  );
}
