import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Once more over what the bundler made small: a second minifier finds what the first one leaves. Reading a property stays, as it may be
 * done for what it does (`runtime.lastError`).
 */
export function shorten(): Plugin {
  return {
    name: 'shorten',
    apply: 'build',
    async generateBundle({ format }, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const compress = { passes: 2, lhs_constants: false, unsafe_arrows: true };
        const { code } = await minify(chunk.code, { module: format === 'es', ecma: 2020, compress });
        chunk.code = code ?? chunk.code;
      }
    },
  };
}
