import { formatCount } from '#rules/format.ts';
import { WrongCall } from './command.ts';

/** The whole number an option says. @throws WrongCall when it is none, or outside its bounds. */
export function wholeOption(name: string, text: string, least: number, most: number): number {
  const n = Number(text);
  if (!/^\d+$/.test(text) || n < least || n > most)
    throw new WrongCall(`--${name}: «${text}» phải là số nguyên từ ${formatCount(least)} đến ${formatCount(most)}.`);
  return n;
}
