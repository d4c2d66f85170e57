import { afterEach, expect, it } from 'vitest';
import { speak, texts } from '../../extension/language.ts';

afterEach(() => speak('vi'));

it('says a text in the language spoken at that moment, with its values', () => {
  const say = texts({ left: 'Còn {n} ngày' }, { left: '{n} days left' });
  expect(say('left', { n: 2 })).toBe('Còn 2 ngày');
  speak('en');
  expect(say('left', { n: 2 })).toBe('2 days left');
});

it('leaves a place without a value in sight, so that a slip is seen', () => {
  expect(texts({ left: 'Còn {n} ngày' }, { left: '{n} days left' })('left')).toBe('Còn {n} ngày');
});
