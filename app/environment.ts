import { z } from 'zod';

const Environment = z.object({
  WEB_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// address of the board database' }),
  LIVE_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an http(s):// address browsers reach the live server at' })
    .optional(),
  LIVE_PORT: z.coerce.number().int().min(1).max(65_535).default(3001),
  WEB_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an http(s):// address readers reach the pages at' })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** How many proxies stand in front, each adding the address it was asked from to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** Signs the cookies of staff and encrypts their second factors; without it nobody can sign in. */
  AUTH_SECRET: z.string().min(32, 'at least 32 characters, such as `openssl rand -base64 32` prints').optional(),
});
export type Environment = z.infer<typeof Environment>;

/** Read when a page is made, never when the site is built. Throws an Error that names the variable. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  return parse(Environment, variables);
}

/** The part of the environment that is read once, when the process starts. */
export function readTrustedProxies(variables: NodeJS.ProcessEnv = process.env): number {
  return parse(Environment.pick({ TRUSTED_PROXIES: true }), variables).TRUSTED_PROXIES;
}

function parse<Shape extends z.ZodType>(shape: Shape, variables: NodeJS.ProcessEnv): z.output<Shape> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`the environment of the web process is not right: ${faults.join('; ')}`);
}
