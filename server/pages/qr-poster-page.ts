import { html, raw } from 'hono/html';
import type { Lang } from '#rules/surveys/survey.ts';
import { fill } from './fill.ts';
import type { Markup } from './html.ts';
import { PRINT_WORDS } from './print-words.ts';

export interface QrPoster {
  readonly unitName: string;
  /** As citizens read it; '' for the whole unit. */
  readonly counter: string;
  /** What the code opens. */
  readonly address: string;
  /** The code itself, made by this program. */
  readonly qr: string;
  readonly size: 'a4' | 'a5';
  readonly safe: string;
  readonly lang: Lang;
}

/** One sheet for the wall or the counter. */
export function qrPosterPage({ unitName, counter, address, qr, size, safe, lang }: QrPoster): Markup {
  const words = PRINT_WORDS[lang];
  const query = `quay=${encodeURIComponent(counter)}&lang=${lang}`;
  const sizes = (['a4', 'a5'] as const).map(
    (each) =>
      html` <a href="?kho=${each}&${query}"${each === size ? html` aria-current="true"` : ''}>${each.toUpperCase()}</a>`,
  );
  return html`<main class="sheet poster ${size}">
<p class="screen-only">${words.size}:${sizes}. ${words.printHelp}</p>
<h1>${words.posterTitle}</h1>
<p class="place">${counter ? html`${counter}<br>` : ''}${unitName}</p>
<div class="qr">${raw(qr)}</div>
<p>${fill(words.scan)}</p>
<p>${words.type}<br><strong>${address}</strong></p>
<p>${safe}</p>
</main>`;
}
