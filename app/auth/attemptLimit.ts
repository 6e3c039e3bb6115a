import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientBlock } from '../api/clientBlock.ts';
import { TooManyRequests } from '../api/rateLimit.ts';

/** Passwords and codes that one address may try; an office behind one address signs in at the start of a shift. */
export const attemptLimit = { attempts: 60, seconds: 300 } as const;

// On globalThis: every route counts with the same one.
const held = globalThis as typeof globalThis & { saylauAttempts?: RateLimiterMemory };

/** Takes one attempt of the request's address. Throws TooManyRequests. */
export async function takeAttempt(headers: Headers): Promise<void> {
  const { attempts, seconds } = attemptLimit;
  held.saylauAttempts ??= new RateLimiterMemory({ points: attempts, duration: seconds });
  try {
    await held.saylauAttempts.consume(clientBlock(headers.get('x-forwarded-for') ?? ''));
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) throw new TooManyRequests();
    throw refusal;
  }
}
