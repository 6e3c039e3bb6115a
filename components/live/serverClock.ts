/**
 * How far the server's clock is ahead of this browser's (ms), or null while unknown. Known from the Date of an answer of our own
 * origin (whole seconds, so its middle is taken), then never below what a frame proves: a frame cannot have been checked after it came.
 */
export interface ServerClock {
  offsetMs(): number | null;
  noteDate(date: string | null, askedAtMs: number, answeredAtMs: number): void;
  noteChecked(checkedAt: string, receivedAtMs: number): void;
}

export function createServerClock(): ServerClock {
  let fromDateMs: number | null = null;
  let provenMs: number | null = null;
  return {
    offsetMs: () => (fromDateMs === null ? provenMs : Math.max(fromDateMs, provenMs ?? fromDateMs)),
    noteDate: (date, askedAtMs, answeredAtMs) => {
      const atMs = date === null ? Number.NaN : Date.parse(date);
      if (Number.isNaN(atMs)) return;
      fromDateMs = atMs + 500 - (askedAtMs + answeredAtMs) / 2;
      // The browser's clock may have been set right since: what frames proved before counts no more.
      provenMs = null;
    },
    noteChecked: (checkedAt, receivedAtMs) => {
      const leadMs = Date.parse(checkedAt) - receivedAtMs;
      provenMs = provenMs === null ? leadMs : Math.max(provenMs, leadMs);
    },
  };
}

/** Asks our own origin what time it is; a small file that is always there. */
export async function askServerClock(clock: ServerClock): Promise<void> {
  const askedAtMs = Date.now();
  try {
    const answer = await fetch('/icon.svg', { method: 'HEAD', cache: 'no-store' });
    clock.noteDate(answer.headers.get('date'), askedAtMs, Date.now());
  } catch {
    // Offline: the connection says so.
  }
}
