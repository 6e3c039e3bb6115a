import { boolean, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core';

/** The columns that better-auth reads and writes, under its names; db/migrations/ops/0001_auth.sql makes the tables. */
const auth = pgSchema('auth');
const instant = (name: string) => timestamp(name, { withTimezone: true });
const stamps = () => ({ createdAt: instant('created_at').notNull(), updatedAt: instant('updated_at').notNull() });

export const authTables = {
  user: auth.table('person', {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull(),
    image: text('image'),
    twoFactorEnabled: boolean('two_factor_enabled').notNull(),
    ...stamps(),
  }),
  account: auth.table('account', {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    ...stamps(),
  }),
  session: auth.table('session', {
    id: text('id').primaryKey(),
    token: text('token').notNull(),
    userId: text('user_id').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    ...stamps(),
  }),
  verification: auth.table('verification', {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ...stamps(),
  }),
  twoFactor: auth.table('second_factor', {
    id: text('id').primaryKey(),
    userId: text('user_id').notNull(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: boolean('verified').notNull(),
    failedVerificationCount: integer('failed_verification_count').notNull(),
    lockedUntil: instant('locked_until'),
  }),
};
