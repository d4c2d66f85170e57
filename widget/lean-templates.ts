import type { Plugin } from 'vite';

/** Takes the indentation out of the templates; in a minified script line breaks with blanks stand nowhere else. */
export function leanTemplates(): Plugin {
  return {
    name: 'lean-templates',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          chunk.code = chunk.code.replace(/(>?)\n +(<?)/g, (_, end, start) => end + (end || start ? '' : ' ') + start);
    },
  };
}
