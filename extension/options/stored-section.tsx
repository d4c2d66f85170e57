import { useState } from 'preact/hooks';
import { formatCount } from '#rules/format.ts';
import { language, texts } from '../language.ts';
import type { StoredContent } from '../messages.ts';
import { askStored } from '../panel/ask.ts';
import { ConfirmButton } from '../panel/confirm-button.tsx';
import { Section, type SectionProps } from './section.tsx';

const say = texts(
  {
    title: 'Đang lưu những gì',
    counts:
      '{dossiers} mã hồ sơ với thủ tục, trạng thái và các ngày; {waiting} việc chờ gửi; {refused}{scores} phiếu tự chấm. Không có tên, số căn cước, điện thoại, địa chỉ.',
    refused: '{n} phiếu tự chấm máy chủ không nhận; ',
    kept: 'Hồ sơ không còn thấy trên màn hình được xóa sau 90 ngày. Xóa ở đây mất cả việc chưa gửi.',
    see: 'Xem',
    close: 'Đóng lại',
    content: 'Toàn bộ dữ liệu trên máy này, trừ khóa của máy và phiên của cán bộ',
    erase: 'Xóa dữ liệu trên máy này',
    warning:
      'Máy này còn {n} việc chưa gửi. Việc chưa gửi, hồ sơ và phiếu tự chấm lưu trên máy này sẽ mất, không lấy lại được.',
  },
  {
    title: 'What is stored here',
    counts:
      '{dossiers} dossier codes with procedure, state and dates; {waiting} items to be sent; {refused}{scores} self-scores. No names, identity numbers, telephone numbers or addresses.',
    refused: '{n} self-scores the server did not take; ',
    kept: 'Dossiers no longer seen on screen are erased after 90 days. Erasing here also loses what has not been sent.',
    see: 'Show',
    close: 'Close',
    content: 'Everything stored on this computer, except its key and the session of the officer',
    erase: 'Erase the data on this computer',
    warning:
      'This computer has {n} unsent items. They, the dossiers and the self-scores stored here will be lost and cannot be brought back.',
  },
);

/** What this browser keeps: counted, shown as it is, erased. */
export function StoredSection({ state, doing: { busy, run } }: SectionProps) {
  const [content, setContent] = useState<StoredContent | null>(null);
  const { stored } = state;
  const count = (n: number): string => formatCount(n, language());
  return (
    <Section id="dang-luu" title={say('title')}>
      <p>
        {say('counts', {
          dossiers: count(stored.dossiers),
          waiting: count(stored.waiting),
          refused: stored.refused > 0 ? say('refused', { n: count(stored.refused) }) : '',
          scores: count(stored.scores),
        })}
      </p>
      <p class="meta">{say('kept')}</p>
      <p class="choices">
        <button
          type="button"
          aria-expanded={content !== null}
          onClick={() => (content ? setContent(null) : void askStored().then(setContent))}
        >
          {content ? say('close') : say('see')}
        </button>
        <ConfirmButton
          label={say('erase')}
          warning={say('warning', { n: count(stored.waiting) })}
          busy={busy}
          onConfirm={() => {
            setContent(null);
            void run({ type: 'panel.erase' });
          }}
        />
      </p>
      {content && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section class="raw" tabIndex={0} aria-label={say('content')}>
          <pre>{JSON.stringify(content, null, 2)}</pre>
        </section>
      )}
    </Section>
  );
}
