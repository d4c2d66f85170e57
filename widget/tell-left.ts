import type { Form } from './form.ts';
import type { Subject } from './load-subject.ts';
import type { Settings } from './settings.ts';

/** Somebody who began goes without sending: at which question is counted, nothing of what was answered. */
export function tellLeft({ server, tenant, test }: Settings, { unit }: Subject, form?: Form): void {
  const at = form && !test && Object.keys(form.given).pop();
  if (at) navigator.sendBeacon(`${server}/v1/left/${tenant}/${unit}/${form?.survey.id}/${at}`);
}
