/**
 * Calls `tick` again and again, waiting as many ms after each as it says, never two at once. Returns its stop, which waits
 * for the tick under way.
 */
export function everyTick(tick: () => Promise<number>, fail: (error: unknown) => void): () => Promise<void> {
  let stopped = false;
  let wake: (() => void) | undefined;
  const loop = (async () => {
    while (!stopped) {
      const waitMs = await tick();
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  loop.catch(fail);
  return async () => {
    stopped = true;
    wake?.();
    await loop.catch(() => {});
  };
}
