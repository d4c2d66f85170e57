import { formatCount } from '#rules/format.ts';
import { type Figure, printFigure } from '#rules/print-figure.ts';
import { language, text } from '../../text.ts';

interface AnswerTableProps {
  /** The question, in the words of the form. */
  asked: string;
  options: readonly { readonly option: string; readonly text: string; readonly share: Figure }[];
}

/** How one question was answered: share, count and interval of each option. */
export function AnswerTable({ asked, options }: AnswerTableProps) {
  return (
    <table class="cards answers">
      <caption lang="vi">{asked}</caption>
      <thead>
        <tr>
          <th scope="col">{text('byProcedure.said')}</th>
          <th scope="col" class="number">
            {text('byProcedure.share')}
          </th>
          <th scope="col" class="number">
            {text('byProcedure.count')}
          </th>
          <th scope="col" class="number">
            {text('results.interval')}
          </th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ option, text: said, share }) => (
          <tr key={option}>
            <th scope="row" lang="vi">
              {said}
            </th>
            <td class="number" data-label={text('byProcedure.share')} data-figure={share.id}>
              {printFigure(share, 'value', language())}
            </td>
            <td class="number" data-label={text('byProcedure.count')}>
              {formatCount(share.value ?? 0, language())}
            </td>
            <td class="number whole" data-label={text('results.interval')}>
              {printFigure(share, 'interval', language())}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
