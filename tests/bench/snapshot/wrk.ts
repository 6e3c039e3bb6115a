import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Load {
  requestsPerSecond: number;
  p99Ms: number;
}

/** Asks the address by 32 connections of one thread. Throws where an answer is neither 2xx nor 3xx, or a connection is refused. */
export async function askWithWrk(url: string, headers: Record<string, string>, seconds: number): Promise<Load> {
  const asked = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const { stdout } = await run('wrk', ['-t1', '-c32', `-d${seconds}s`, '--latency', ...asked, url]);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1];
  const slowest = /99%\s+([\d.]+)(us|ms|s)/.exec(stdout);
  if (rate === undefined || !slowest || /Non-2xx|Socket errors: connect [^0]/.test(stdout))
    throw new Error(`${url}:\n${stdout}`);
  return {
    requestsPerSecond: Number(rate),
    p99Ms: Number(slowest[1]) * { us: 0.001, ms: 1, s: 1000 }[slowest[2] as 'us'],
  };
}
