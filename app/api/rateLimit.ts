import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientBlock } from './clientBlock.ts';

/** What an address may ask for in a minute. `/api/v1/openapi.json` and the press page publish it. */
export const rateLimit = { points: 300, seconds: 60 } as const;
/** Points of a request, and of every whole megabyte that its answer sends. */
export const requestCosts = { file: 1, list: 1, search: 5, feed: 2, megabyte: 1 } as const;

// On globalThis: every route counts with the same one.
const held = globalThis as typeof globalThis & { saylauLimiter?: RateLimiterMemory };

export class TooManyRequests extends Error {
  override name = 'TooManyRequests';
}

export interface Allowance {
  /** Throws TooManyRequests where the minute's points are used up. */
  take(points: number): Promise<void>;
  /** The RateLimit-* headers as they stand. */
  headers(): Record<string, string>;
  retryAfterSeconds(): number;
}

/** The points that the request's address has left. */
export function allowanceOf(request: Request): Allowance {
  held.saylauLimiter ??= new RateLimiterMemory({ points: rateLimit.points, duration: rateLimit.seconds });
  const limiter = held.saylauLimiter;
  const key = clientBlock(request.headers.get('x-forwarded-for') ?? '');
  let standing = new RateLimiterRes(rateLimit.points, rateLimit.seconds * 1000);
  const resetSeconds = () => Math.max(1, Math.ceil(standing.msBeforeNext / 1000));
  return {
    take: async (points) => {
      try {
        standing = await limiter.consume(key, points);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        standing = refusal;
        throw new TooManyRequests();
      }
    },
    headers: () => ({
      'RateLimit-Policy': `${rateLimit.points};w=${rateLimit.seconds}`,
      'RateLimit-Limit': String(rateLimit.points),
      'RateLimit-Remaining': String(standing.remainingPoints),
      'RateLimit-Reset': String(resetSeconds()),
    }),
    retryAfterSeconds: resetSeconds,
  };
}
