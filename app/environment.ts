import { z } from 'zod';

const Environment = z.object({
  WEB_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'a postgres:// address of the board database' }),
  LIVE_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an http(s):// address browsers reach the live server at' })
    .optional(),
  LIVE_PORT: z.coerce.number().int().min(1).max(65_535).default(3001),
});
export type Environment = z.infer<typeof Environment>;

/** Read when a page is made, never when the site is built. Throws an Error that names the variable. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = Environment.safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`the environment of the web process is not right: ${faults.join('; ')}`);
}
