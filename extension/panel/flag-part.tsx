import { formatDate } from '#rules/format.ts';
import { texts } from '../language.ts';
import type { PanelState } from '../messages.ts';
import type { OwnFlag } from '../work-messages.ts';
import { AskedPart } from './asked-part.tsx';
import { TextForm } from './text-form.tsx';

const say = texts(
  {
    title: 'Cần xem lại',
    none: 'Không có dấu hiệu nào hỏi Anh/Chị trong các kỳ đã chốt.',
    not: 'Dấu hiệu là câu hỏi: không đổi điểm, không kết luận sai. Mời Anh/Chị giải trình.',
    maybe: 'Có thể do: {list}',
    hits: 'Hồ sơ: {list}',
    new: 'Mới',
    answered: 'Đã giải trình',
    accepted: 'Chấp nhận',
    verify: 'Cần xác minh',
    due: 'Nên gửi đến hết ngày {date} (cách hiểu); sau đó vẫn nhận.',
    text: 'Giải trình (ít nhất 10 ký tự)',
    send: 'Gửi giải trình',
  },
  {
    title: 'To review',
    none: 'No flag of a closed period asks you.',
    not: 'A flag is a question: it changes no score and finds nobody wrong. Please answer it.',
    maybe: 'Possible reasons: {list}',
    hits: 'Dossiers: {list}',
    new: 'New',
    answered: 'Answered',
    accepted: 'Accepted',
    verify: 'To be verified',
    due: 'Best sent by {date} (our reading); later ones are taken too.',
    text: 'Answer (at least 10 characters)',
    send: 'Send answer',
  },
);

interface FlagProps {
  readonly state: PanelState;
  readonly flag: OwnFlag;
  readonly onSent: () => void;
}

function Flag({ state, flag: { period, label, flag }, onSent }: FlagProps) {
  return (
    <li lang="vi">
      <p>
        <strong>
          {flag.name} · {say(flag.state)}
        </strong>
      </p>
      <p class="meta">{label}</p>
      <p>{flag.sentence}</p>
      <p>{say('maybe', { list: flag.explanations.join(' ') })}</p>
      {flag.hits.length > 0 && <p class="meta">{say('hits', { list: flag.hits.join(', ') })}</p>}
      {[...flag.answers, ...flag.verdicts].map((said) => (
        <p key={said.at}>
          {formatDate(said.at.slice(0, 10))}: {said.text}
        </p>
      ))}
      <TextForm
        state={state}
        about={`${period} ${flag.id}`}
        label={say('text')}
        send={say('send')}
        due={flag.due ? say('due', { date: formatDate(flag.due) }) : ''}
        act={(id, text) => ({ type: 'panel.answerFlag', answer: { id, period, flag: flag.id, text } })}
        onSent={onSent}
      />
    </li>
  );
}

/** What the close of a period asks the officer, and where he answers. */
export function FlagPart({ state }: { state: PanelState }) {
  return (
    <AskedPart state={state} question={{ type: 'panel.flags' }} title={say('title')} open={say('title')}>
      {(flags, again) => (
        <>
          <p>{say(flags.length > 0 ? 'not' : 'none')}</p>
          <ul class="plain objections">
            {flags.map((each) => (
              <Flag key={each.period + each.flag.id} state={state} flag={each} onSent={again} />
            ))}
          </ul>
        </>
      )}
    </AskedPart>
  );
}
