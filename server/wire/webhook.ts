import * as z from 'zod';

/** What another system can be told: the answers a unit received in a week, a period closed, a period shown to the public. */
export const WEBHOOK_KINDS = ['responses.weekly', 'period.closed', 'period.published'] as const;
export const webhookKind = z.enum(WEBHOOK_KINDS);
export type WebhookKind = z.infer<typeof webhookKind>;

/** Over HTTPS alone, without a name or password in it; where it leads is looked at whenever something is sent. */
const webhookUrl = z
  .url({ protocol: /^https$/, error: 'ghi địa chỉ đầy đủ, bắt đầu bằng https://' })
  .max(500, 'tối đa 500 ký tự')
  .refine((url) => !/^https:\/\/[^/?#]*@/i.test(url), 'không ghi tên hay mật khẩu trong địa chỉ')
  .refine((url) => !url.includes('#'), 'không ghi phần sau dấu #');

export const webhookRequest = z.strictObject({
  url: webhookUrl,
  kinds: z.array(webhookKind).min(1, 'chọn ít nhất một loại tin').max(WEBHOOK_KINDS.length),
});
export type WebhookRequest = z.infer<typeof webhookRequest>;

export const webhookState = z.strictObject({ on: z.boolean() });

/** Why nothing was taken by the other side; `null` = it answered, or was not asked yet. */
export type DeliveryFault = 'address' | 'connection' | 'dns' | 'key' | 'large' | 'timeout' | 'tls' | 'url';

export interface WebhookDelivery {
  readonly event: string;
  readonly kind: WebhookKind | 'test';
  readonly createdAt: string;
  readonly state: 'waiting' | 'done' | 'failed';
  readonly tries: number;
  /** When it is tried again. */
  readonly nextAt: string | null;
  readonly triedAt: string | null;
  readonly status: number | null;
  readonly fault: DeliveryFault | null;
}

export interface WebhookLine {
  readonly id: string;
  readonly url: string;
  readonly kinds: readonly WebhookKind[];
  readonly createdAt: string;
  /** Until then messages carry the signature of the secret before as well. */
  readonly overlapUntil: string | null;
  readonly offAt: string | null;
  /** `asked` by an administrator; `failing` and `gone` by itself. */
  readonly offReason: 'asked' | 'failing' | 'gone' | null;
  /** Newest first. */
  readonly deliveries: readonly WebhookDelivery[];
}

export interface WebhookIssued {
  readonly id: string;
  /** `whsec_…`, shown this once. */
  readonly secret: string;
  readonly overlapUntil: string | null;
}
