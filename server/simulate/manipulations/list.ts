import { allMaximum } from './all-maximum.ts';
import { datesMoved } from './dates-moved.ts';
import { doneAtOnce } from './done-at-once.ts';
import { easyInvited } from './easy-invited.ts';
import { linksMinted } from './links-minted.ts';
import type { Manipulation } from './manipulation.ts';
import { pressedAside } from './pressed-aside.ts';
import { scoredAtOnce } from './scored-at-once.ts';
import { selfInflated } from './self-inflated.ts';

/** Every manipulation that can be planted: a new one is a file beside this and one line here. */
export const MANIPULATIONS: readonly Manipulation[] = [
  selfInflated,
  allMaximum,
  scoredAtOnce,
  datesMoved,
  doneAtOnce,
  linksMinted,
  pressedAside,
  easyInvited,
];
