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
const deliveryFault = z.enum(['address', 'connection', 'dns', 'key', 'large', 'timeout', 'tls', 'url']);
export type DeliveryFault = z.infer<typeof deliveryFault>;

const webhookDelivery = z.object({
  event: z.string(),
  kind: z.enum([...WEBHOOK_KINDS, 'test']),
  createdAt: z.string(),
  state: z.enum(['waiting', 'done', 'failed']),
  tries: z.int(),
  /** When it is tried again; of one that waits `null` = once the address, which switched itself off, is on again. */
  nextAt: z.string().nullable(),
  triedAt: z.string().nullable(),
  status: z.int().nullable(),
  fault: deliveryFault.nullable(),
});
export type WebhookDelivery = Readonly<z.infer<typeof webhookDelivery>>;

const webhookLine = z.object({
  id: z.string(),
  url: z.string(),
  kinds: z.array(webhookKind),
  createdAt: z.string(),
  /** Until then messages carry the signature of the secret before as well. */
  overlapUntil: z.string().nullable(),
  offAt: z.string().nullable(),
  /** `asked` by an administrator; `failing` and `gone` by itself. */
  offReason: z.enum(['asked', 'failing', 'gone']).nullable(),
  /** Newest first. */
  deliveries: z.array(webhookDelivery),
});
export type WebhookLine = Readonly<z.infer<typeof webhookLine>>;
export const webhookLines = z.object({ webhooks: z.array(webhookLine) });

export const webhookIssued = z.object({
  id: z.string(),
  /** `whsec_…`, shown this once. */
  secret: z.string(),
  overlapUntil: z.string().nullable(),
});
export type WebhookIssued = Readonly<z.infer<typeof webhookIssued>>;
