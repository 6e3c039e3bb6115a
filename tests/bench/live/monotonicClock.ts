/** ms on the machine's monotonic clock: one clock for all processes of a run. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
