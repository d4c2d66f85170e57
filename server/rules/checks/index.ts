import { allMaximum } from './all-maximum.ts';
import { answerBurst } from './answer-burst.ts';
import { bulkCompletion } from './bulk-completion.ts';
import type { Check } from './check.ts';
import { differingCounts } from './differing-counts.ts';
import { easyHard } from './easy-hard.ts';
import { kioskPresses } from './kiosk-presses.ts';
import { mintedLinks } from './minted-links.ts';
import { movedDates } from './moved-dates.ts';
import { quarterJump } from './quarter-jump.ts';
import { receiptDate } from './receipt-date.ts';
import { roundDigits } from './round-digits.ts';
import { scoreBurst } from './score-burst.ts';
import { scoredBeforeResult } from './scored-before-result.ts';
import { selfAbove } from './self-above.ts';
import { selfMinusCitizen } from './self-minus-citizen.ts';
import { straightLine } from './straight-line.ts';
import { unknownDossiers } from './unknown-dossiers.ts';
import { zeroVariance } from './zero-variance.ts';

/** Every check there is: a new one is a file beside this and one line here. */
export const CHECKS: readonly Check[] = [
  selfAbove,
  selfMinusCitizen,
  straightLine,
  allMaximum,
  zeroVariance,
  scoreBurst,
  scoredBeforeResult,
  movedDates,
  bulkCompletion,
  receiptDate,
  mintedLinks,
  answerBurst,
  kioskPresses,
  unknownDossiers,
  easyHard,
  quarterJump,
  roundDigits,
  differingCounts,
];
