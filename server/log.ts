import { pino } from 'pino';

export type Log = pino.Logger;

/** One JSON object a line on standard output; no figures of voters, no addresses. */
export function createLog(name: string, level: string): Log {
  return pino({ name, level, base: { name, pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });
}
