import { useState } from 'preact/hooks';
import { texts } from '../language.ts';
import { askDiagnosis } from '../panel/ask.ts';
import { Section } from './section.tsx';

const say = texts(
  {
    title: 'Chẩn đoán',
    what: 'Gửi cho người hỗ trợ khi có trục trặc. Không có mã hồ sơ, tên người dân, tên cán bộ hay khóa của máy.',
    see: 'Xem chẩn đoán',
    lines: 'Nội dung chẩn đoán',
    copy: 'Sao chép',
    copied: 'Đã sao chép.',
    failed: 'Trình duyệt không cho sao chép. Chọn các dòng trên rồi bấm Ctrl+C.',
  },
  {
    title: 'Diagnosis',
    what: 'To be sent to whoever helps you. It holds no dossier code, no name of a citizen or officer, no key of this computer.',
    see: 'Show the diagnosis',
    lines: 'The diagnosis',
    copy: 'Copy',
    copied: 'Copied.',
    failed: 'The browser does not allow copying. Select the lines above and press Ctrl+C.',
  },
);

/** Counts, switches and versions for whoever helps, to be read before they are copied. */
export function DiagnosisSection() {
  const [lines, setLines] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const see = async (): Promise<void> => {
    setSaid('');
    setLines((await askDiagnosis())?.join('\n') ?? null);
  };
  const copy = (): void =>
    void navigator.clipboard.writeText(lines ?? '').then(
      () => setSaid(say('copied')),
      () => setSaid(say('failed')),
    );
  return (
    <Section id="chan-doan" title={say('title')}>
      <p class="meta">{say('what')}</p>
      <p class="choices">
        <button type="button" onClick={() => void see()}>
          {say('see')}
        </button>
        {lines !== null && (
          <button type="button" onClick={copy}>
            {say('copy')}
          </button>
        )}
      </p>
      {lines !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section class="raw" tabIndex={0} aria-label={say('lines')}>
          <pre>{lines}</pre>
        </section>
      )}
      <p role="status">{said}</p>
    </Section>
  );
}
