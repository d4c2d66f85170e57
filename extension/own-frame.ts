/**
 * Whether this script is in the page of the tab itself or in a frame of the same site. In a frame of another site's page nothing is read
 * or drawn: who laid what around it is not known.
 */
export function inOwnPage(): boolean {
  try {
    return top?.location.origin === location.origin;
  } catch {
    return false;
  }
}
