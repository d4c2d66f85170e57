const LIFE_MS = 1_000;
const TOLD_MS = 400;

/**
 * Hides `box` one second after this script has stopped. Firefox stops the script of an extension that is removed without a word, so it
 * cannot take its layer away: what nobody keeps in sight goes out of sight by itself.
 */
export function hideWithScript(box: HTMLElement): void {
  const end = box.animate(
    { visibility: ['visible', 'hidden'] },
    { duration: LIFE_MS, easing: 'steps(1, end)', fill: 'forwards' },
  );
  setInterval(() => {
    end.currentTime = 0;
  }, TOLD_MS);
}
