/** A sentence that says what did not happen and what to do; read out when it appears. */
export function Problem({ text }: { text: string | null }) {
  return (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}
