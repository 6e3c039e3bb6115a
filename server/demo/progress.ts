const interactive = process.stdout.isTTY === true;

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Does one step, showing that it is under way and how long it took. */
export async function step<T>(name: string, work: (tell: (detail: string) => void) => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  let detail = '';
  const draw = (mark: string, end: string) => {
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    const text = `${mark} ${name}${detail === '' ? '' : ` · ${detail}`} (${seconds} s)`;
    process.stdout.write(interactive ? `\r\u001b[2K${text}${end}` : `${text}\n`);
  };
  const timer = interactive ? setInterval(() => draw('…', ''), 100) : undefined;
  try {
    const result = await work((text) => {
      detail = text;
    });
    clearInterval(timer);
    draw('✓', '\n');
    return result;
  } catch (error) {
    clearInterval(timer);
    draw('✗', '\n');
    throw error;
  }
}
