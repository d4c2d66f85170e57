import type { LetterText } from './letter-text.ts';

/** The letter as it is printed: the head of an office's paper, the form, the signature. Nothing else of the page goes to the printer. */
export function Paper({ text }: { text: LetterText }) {
  const { form, unit, number, placeAndDay, title, to, body, signer, copies } = text;
  return (
    <article class="paper" lang="vi" aria-label={title}>
      <p class="form">{form}</p>
      <header>
        <div>
          <p class="issuer">{unit}</p>
          <p>{number}</p>
        </div>
        <div>
          <p class="state">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
          <p class="motto">Độc lập - Tự do - Hạnh phúc</p>
          <p class="place">{placeAndDay}</p>
        </div>
      </header>
      <h2>{title}</h2>
      <p class="to">{to}</p>
      {body.map((line) => (
        <p key={line} class="line">
          {line}
        </p>
      ))}
      <footer>
        <div class="copies">
          <p>
            <strong>
              <em>Nơi nhận:</em>
            </strong>
          </p>
          {copies.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <p class="signer">{signer}</p>
      </footer>
    </article>
  );
}
