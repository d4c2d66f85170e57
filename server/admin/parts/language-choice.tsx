import { useState } from 'preact/hooks';
import { LANGUAGES, text } from '../text.ts';
import { chooseLanguage, useLanguage } from '../use-language.ts';

/** `VI | EN`, each named in its own language. */
export function LanguageChoice() {
  const spoken = useLanguage();
  const [failed, setFailed] = useState(false);
  return (
    <fieldset class="plain languages" aria-label={text('app.language')}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === spoken}
          aria-label={each === 'vi' ? 'VI, tiếng Việt' : 'EN, English'}
          onClick={() =>
            chooseLanguage(each).then(
              () => setFailed(false),
              () => setFailed(true),
            )
          }
        >
          {each.toUpperCase()}
        </button>
      ))}
      {failed && <span role="alert">{text('fault.network')}</span>}
    </fieldset>
  );
}
