import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** Whether the browser lets us show notices, and the way to look again after asking. */
export function useMayNotify(): [boolean, () => Promise<void>] {
  const [may, setMay] = useState(false);
  const look = async (): Promise<void> =>
    setMay(await browser.permissions.contains({ permissions: ['notifications'] }));
  useEffect(() => void look(), []);
  return [may, look];
}
