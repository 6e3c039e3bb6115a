export interface Aim {
  aim: string;
  value: number | null;
  met: boolean | null;
}

/** An aim with the figure it is held against; not judged where the figure was not measured. */
export function judge(aim: string, value: number | null, met: (value: number) => boolean): Aim {
  return { aim, value, met: value === null ? null : met(value) };
}

const startedAt = performance.now();

/** A line of progress on standard error. */
export function tell(line: string): void {
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(7)} s  ${line}\n`);
}

/** The figures, as the one JSON object that is the last line of standard output. */
export function printReport(report: object): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

export function elapsedSeconds(): number {
  return Math.round((performance.now() - startedAt) / 1000);
}
