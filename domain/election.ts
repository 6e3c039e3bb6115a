import { z } from 'zod';
import { Names } from './languages.ts';
import { Instant, PublicationChange, WindowChange } from './schedule.ts';
import { Channel } from './turnout.ts';

export const ElectionPhase = z.strictObject({
  id: z.string().min(1),
  names: Names,
  startsAt: Instant,
  endsAt: Instant,
});
export type ElectionPhase = z.infer<typeof ElectionPhase>;

const TimeZone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}, 'an IANA time zone such as Asia/Almaty');

/** What the election is, without its schedule and figures. */
export const Election = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens'),
  isTest: z.boolean(),
  names: Names,
  timeZone: TimeZone,
  /** Who may vote, for the words on the page. */
  electorate: z.enum(['members', 'voters']),
  channels: z.array(Channel).min(1),
  phases: z.array(ElectionPhase),
  contacts: z.strictObject({ hotline: z.string().optional(), email: z.email().optional() }),
  notes: Names.nullable(),
});
export type Election = z.infer<typeof Election>;

const Approval = z.strictObject({ person: z.string().min(1), at: Instant });

/** What people do in a rehearsal once voting has closed: they count, draw lots for ties, and two of them approve each edition. */
export const RehearsedResults = z.strictObject({
  countedBy: z.string().min(1),
  editions: z.array(
    z.strictObject({
      countedAt: Instant,
      /** Why it corrects the edition before it; null in the first. */
      reason: Names.nullable(),
      /** Null where ties are left as they are. */
      lotsDrawnBy: z.string().min(1).nullable(),
      approvals: z
        .tuple([Approval, Approval])
        .refine(([first, second]) => first.person !== second.person, 'two different people'),
    }),
  ),
});
export type RehearsedResults = z.infer<typeof RehearsedResults>;

/** `election.json` of a package. */
export const ElectionFile = Election.omit({ isTest: true }).extend({
  notes: Names.nullable().default(null),
  windows: z.array(WindowChange).min(1),
  publications: z.array(PublicationChange).min(1),
  results: RehearsedResults.optional(),
});
export type ElectionFile = z.infer<typeof ElectionFile>;
