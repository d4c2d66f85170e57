/**
 * Runs something when the browser has laid the page out for the next frame and has not painted it yet: what is measured then costs
 * nothing, because nothing has to be laid out for it. Call it before layout, in an animation frame.
 */
export function afterLayout(signal: AbortSignal): (run: () => void) => void {
  let queue: (() => void)[] = [];
  const observer = new ResizeObserver(() => {
    const runs = queue;
    queue = [];
    for (const run of runs) if (!signal.aborted) run();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return (run) => {
    queue.push(run);
    // An element newly observed is told of in the same frame.
    observer.unobserve(document.documentElement);
    observer.observe(document.documentElement);
  };
}
