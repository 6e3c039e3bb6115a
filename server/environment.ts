import { z } from 'zod';

const DatabaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, 'an address such as postgres://user:password@host:5432/database');
const Port = z.coerce.number().int().min(0).max(65_535);

/** What processes read from the environment; each takes the part it needs. */
export const Environment = z.object({
  /** The owner's address: migrations, rehearsal, rebuild. */
  DATABASE_URL: DatabaseUrl.optional(),
  /** The vote database, where it is another than the board's. */
  VOTE_DATABASE_URL: DatabaseUrl.optional(),
  AGGREGATOR_DATABASE_URL: DatabaseUrl.optional(),
  /** Where the counting people write: the board's database, as saylau_counting; and the vote database, where it is another. */
  COUNTING_DATABASE_URL: DatabaseUrl.optional(),
  COUNTING_VOTE_DATABASE_URL: DatabaseUrl.optional(),
  /** PEM file of the Ed25519 key that editions are signed with. */
  SIGNING_KEY_FILE: z.string().min(1).optional(),
  LIVE_DATABASE_URL: DatabaseUrl.optional(),
  DETECTOR_DATABASE_URL: DatabaseUrl.optional(),
  NOTIFIER_DATABASE_URL: DatabaseUrl.optional(),
  /** Whether webhooks of a rehearsal may be on this machine. */
  NOTIFIER_LOOPBACK: z.enum(['allow', 'refuse']).default('refuse'),
  ELECTION_MODE: z.enum(['live', 'rehearsal']).default('rehearsal'),
  ELECTION_PACKAGE: z.string().default('elections/kz-primaries-2020'),
  LIVE_PORT: Port.default(3001),
  LIVE_HOST: z.string().default('0.0.0.0'),
  /** Origins whose pages may open a socket, separated by commas. */
  LIVE_ALLOWED_ORIGINS: z
    .string()
    .default('http://localhost:3000')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    ),
  /** Past this many sockets a client is told to poll. */
  LIVE_MAX_SOCKETS: z.coerce.number().int().positive().default(20_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});
export type Environment = z.infer<typeof Environment>;

/** Throws an Error of one line that names each variable at fault and what it should be. */
export function readEnvironment(): Environment {
  const parsed = Environment.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: expected ${issue.message}`);
  throw new Error(`environment: ${faults.join('; ')}`);
}

/** The value of a variable this process cannot do without. */
export function required<Name extends keyof Environment>(
  environment: Environment,
  name: Name,
): NonNullable<Environment[Name]> {
  const value = environment[name];
  if (value === undefined || value === null) throw new Error(`environment: ${name} is not set`);
  return value;
}
