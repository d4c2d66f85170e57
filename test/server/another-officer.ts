import { type As, PIN, type TestServer } from './test-server.ts';

/** A second officer of so-a, at the same browser. */
export async function anotherOfficer({ request, credentials: { mau } }: TestServer): Promise<As> {
  const officer = { officer: 'CB-07', unit: 'so-a', label: 'Quầy 7', pin: PIN };
  await request('POST', '/v1/officers', officer, mau['province-admin']);
  const body = { officer: 'CB-07', pin: PIN };
  const person = await request<{ token: string }>('POST', '/v1/devices/person', body, mau.device);
  return { ...mau.device, 'x-dvc-person': person.body.token };
}
