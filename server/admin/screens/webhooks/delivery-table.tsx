import type { WebhookDelivery } from '#wire/webhook.ts';
import { SortableTable } from '../../parts/sortable-table.tsx';
import { text } from '../../text.ts';
import { when } from '../../when.ts';

/** What the other side said, or why it could not. */
function outcome({ status, fault }: WebhookDelivery): string {
  if (fault !== null) return text(`webhooks.fault.${fault}`);
  return status === null ? text('webhooks.untried') : `HTTP ${status}`;
}

function standing({ kind, state, nextAt }: WebhookDelivery): string {
  if (state === 'waiting' && nextAt !== null) return text('webhooks.state.again', { time: when(nextAt) });
  if (state === 'waiting' && kind !== 'test') return text('webhooks.state.held');
  return text(state === 'done' ? 'webhooks.state.done' : 'webhooks.state.failed');
}

/** The newest messages to one address; of what the other side answered its status alone is kept. */
export function DeliveryTable({ url, deliveries }: { url: string; deliveries: readonly WebhookDelivery[] }) {
  if (deliveries.length === 0) return <p>{text('webhooks.deliveries.none')}</p>;
  return (
    <SortableTable
      caption={text('webhooks.deliveries', { n: deliveries.length, url })}
      rows={deliveries}
      rowKey={(one) => one.event}
      columns={[
        { key: 'made', label: text('webhooks.made'), by: (one) => one.createdAt, cell: (one) => when(one.createdAt) },
        {
          key: 'kind',
          label: text('webhooks.kinds'),
          by: (one) => one.kind,
          cell: (one) => text(`webhooks.kind.${one.kind}`),
        },
        { key: 'tries', label: text('webhooks.tries'), number: true, by: (one) => one.tries, cell: (one) => one.tries },
        { key: 'outcome', label: text('webhooks.outcome'), cell: outcome },
        { key: 'state', label: text('devices.state'), cell: standing },
      ]}
    />
  );
}
