import { formatDate } from '../format.ts';
import { type IsoDate, NotInForce } from '../law.ts';
import { addDays } from './date.ts';

/** A day before the calendar begins or after it ends: it cannot be said whether it is a working day. */
export class OutsideCalendar extends NotInForce {
  /** What the calendar holds and what to do, to follow the words for the day that is outside: `hạn vượt quá …`. */
  readonly beyond: string;
  constructor({ from, to }: { readonly from: IsoDate; readonly to: IsoDate }, on: IsoDate) {
    super('Lịch ngày nghỉ', on);
    this.beyond =
      on < from
        ? `trước lịch ngày nghỉ (có từ ${formatDate(from)}). Kiểm tra lại.`
        : `vượt quá lịch ngày nghỉ (có đến hết ${formatDate(addDays(to, -1))}). Kiểm tra lại, hoặc cài bản mới có lịch ngày nghỉ năm ${to.slice(0, 4)}.`;
    this.message = `Ngày ${formatDate(on)} ${this.beyond}`;
  }
}
