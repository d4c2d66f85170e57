import type { Response as ResponseBody } from '#wire/response.ts';
import type { Principal } from '../principal.ts';
import { Refusal } from '../refusal.ts';

/**
 * Counts are kept by channel, so nobody names one that is not his: `kiosk` takes an enrolled tablet, which answers for its own unit
 * or through a link; paper forms have an address of their own.
 * @throws Refusal 422 `channel.denied` `unit.unknown`.
 */
export function requireChannel(principal: Principal, { channel, unit, token }: ResponseBody): void {
  const tablet = principal.kind === 'kiosk' ? principal : null;
  if (channel === 'paper' || (channel === 'kiosk') !== (tablet !== null))
    throw new Refusal(422, 'channel.denied', 'Trường channel không đúng với nơi gửi. Sửa rồi gửi lại.', {
      issues: [
        { path: 'channel', message: 'kiosk chỉ dành cho ki-ốt đã ghép; phiếu giấy gửi tới /v1/paper-responses' },
      ],
    });
  if (tablet && token === undefined && unit !== tablet.unit)
    throw new Refusal(422, 'unit.unknown', 'Ki-ốt này thuộc đơn vị khác. Phiếu không được ghi.', {
      issues: [{ path: 'unit', message: `ki-ốt thuộc ${tablet.unit}` }],
    });
}
