import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Long names that nothing outside the script knows: neither a page, nor the store, nor the server, nor the words. */
const OURS =
  /^(unfinished|numbered|asksReply|fillIn|pageOf|turn|give|given|resume|refuse|speak|changed|complete|notice|told|retryAfter|listen|completing|waiting|submit|begun|page|underway)$/;

/** Once more over what the bundler made small: a second minifier finds what the first one leaves. */
export function shorten(): Plugin {
  return {
    name: 'shorten',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const compress = { passes: 3, lhs_constants: false, unsafe: true, unsafe_arrows: true, pure_getters: true };
        // Some of them browsers know too, of objects that are not used here.
        const mangle = { properties: { regex: OURS, builtins: true } };
        const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress, mangle });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}
