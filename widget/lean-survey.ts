import type { Plugin } from 'vite';
import { BUILT_IN } from './built-in.ts';
import { fold } from './fold.ts';

/** In the built script the default survey stands folded. */
export function leanSurvey(): Plugin {
  return {
    name: 'lean-survey',
    enforce: 'pre',
    load: (file) =>
      file.endsWith('/widget/built-in.ts')
        ? `import { unfold } from './unfold.ts';\nexport const BUILT_IN = unfold(${JSON.stringify(fold(BUILT_IN))});`
        : null,
  };
}
