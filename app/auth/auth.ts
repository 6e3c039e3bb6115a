import { randomUUID } from 'node:crypto';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { idleMinutes, lockMinutes, sessionHours } from '#db/auth/sessionLimits.ts';
import { authTables } from '#db/auth/tables.ts';
import { leastPasswordLength, mostPasswordLength } from '#domain/staff/password.ts';
import { getDatabase } from '../database.ts';
import { readEnvironment } from '../environment.ts';
import { SignInClosed } from './refusals.ts';

export type Auth = ReturnType<typeof createAuth>;

const made = new Map<boolean, Auth>();

/** better-auth as our routes call it; its own HTTP surface is not mounted (decision 0010). Throws SignInClosed. */
export function getAuth(headers: Headers): Auth {
  const secure = isSecure(headers);
  const auth = made.get(secure) ?? createAuth(secure);
  made.set(secure, auth);
  return auth;
}

export function isSignInOpen(): boolean {
  return readEnvironment().AUTH_SECRET !== undefined;
}

/** Whether readers come over https: as the operator says, or else as the request did. */
function isSecure(headers: Headers): boolean {
  const { WEB_PUBLIC_URL } = readEnvironment();
  return WEB_PUBLIC_URL ? WEB_PUBLIC_URL.startsWith('https:') : headers.get('x-forwarded-proto') === 'https';
}

function createAuth(secure: boolean) {
  const { AUTH_SECRET } = readEnvironment();
  if (AUTH_SECRET === undefined) throw new SignInClosed('AUTH_SECRET is not set');
  return betterAuth({
    appName: 'Saylau',
    secret: AUTH_SECRET,
    // Only its scheme counts: origins are checked by answerStaff, and no address is ever made of it.
    baseURL: secure ? 'https://localhost' : 'http://localhost',
    database: drizzleAdapter(getDatabase(), { provider: 'pg', schema: authTables, transaction: true }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPasswordLength,
      maxPasswordLength: mostPasswordLength,
    },
    session: { expiresIn: sessionHours * 3_600, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          // The cookie lives for all the hours; what counts is this, which findSignedIn moves on.
          before: async (session) => ({
            data: { ...session, expiresAt: new Date(Date.now() + idleMinutes * 60_000) },
          }),
        },
      },
    },
    plugins: [twoFactor({ accountLockout: { maxFailedAttempts: 5, durationSeconds: lockMinutes * 60 } })],
    advanced: {
      cookiePrefix: 'saylau',
      useSecureCookies: secure,
      database: { generateId: () => randomUUID() },
      // recordSignIn writes it as the log does.
      ipAddress: { disableIpTracking: true },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => process.stderr.write(`web: sign-in: ${level}: ${message}\n`),
    },
  });
}
