import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/** Runs before the scripts of a host's page and before our own pages. `build/share-code.ts` puts in what both need. */
export default defineUnlistedScript(() => {});
