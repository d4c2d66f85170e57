import { minify } from 'terser';
import type { Plugin } from 'vite';

/** Once more over what the bundler made small: a second minifier finds what the first one leaves. */
export function shorten(): Plugin {
  return {
    name: 'shorten',
    async generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const compress = { passes: 3, unsafe: true, unsafe_arrows: true, pure_getters: true };
        const { code } = await minify(chunk.code, { module: true, ecma: 2020, compress });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}
