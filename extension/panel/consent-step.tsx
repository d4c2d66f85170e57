import { useId } from 'preact/hooks';
import type { PanelState } from '../messages.ts';
import { Problem } from './problem.tsx';
import { SentFacts } from './sent-facts.tsx';
import { useDoing } from './use-doing.ts';

/** Shows what will leave this browser, field by field and word by word, before anything does. */
export function ConsentStep({ state, heading }: { state: PanelState; heading: string }) {
  const id = useId();
  const { busy, problem, run } = useDoing();
  const dossiers = state.preview?.dossiers ?? [];
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {heading}
      </h2>
      <p>
        Gửi tới <strong>{state.server}</strong>: mã hồ sơ, mã thủ tục, trạng thái, các ngày và điểm tự chấm kèm lý do.
      </p>
      {dossiers.length > 0 ? (
        <>
          <p>{dossiers.length} hồ sơ hẹn trả sớm nhất sẽ được gửi như sau:</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section class="raw" tabIndex={0} aria-label="Dữ liệu sẽ gửi">
            {dossiers.map((dossier) => (
              <SentFacts key={dossier.code} dossier={dossier} />
            ))}
          </section>
          <details>
            <summary>Nguyên văn từng ký tự</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <section class="raw" tabIndex={0} aria-label="Nguyên văn dữ liệu">
              <pre>{JSON.stringify(dossiers, null, 2)}</pre>
            </section>
          </details>
        </>
      ) : (
        <p>Chưa đọc được hồ sơ nào. Mở danh sách hồ sơ trên trang một cửa để xem trước nguyên văn.</p>
      )}
      <Problem text={problem} />
      <button
        type="button"
        class="primary"
        aria-disabled={busy}
        onClick={() => void run({ type: 'panel.consent', agreed: true })}
      >
        Đồng ý gửi
      </button>
    </section>
  );
}
