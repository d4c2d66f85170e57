import { expect, it } from 'vitest';
import { wordDiff } from '#rules/word-diff.ts';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, come: `[+${text}+]` })[kind])
    .join(' ');

it('keeps the words both texts share and marks the others, what is gone before what came', () => {
  expect(shown('Số lần liên hệ là một lần', 'Số lần đến hoặc liên hệ là hai lần')).toBe(
    'Số lần [+đến hoặc+] liên hệ là [-một-] [+hai+] lần',
  );
});

it('equal texts have nothing gone and nothing come, whatever their spaces', () => {
  expect(wordDiff('một  lần', ' một lần ')).toEqual([{ kind: 'same', text: 'một lần' }]);
});

it('nothing before, or nothing after', () => {
  expect(shown('', 'phiếu mới')).toBe('[+phiếu mới+]');
  expect(shown('phiếu cũ', '')).toBe('[-phiếu cũ-]');
  expect(wordDiff('', '')).toEqual([]);
});
