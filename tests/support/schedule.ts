import type { DatabaseClient } from '#db/client.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import type { SessionSource } from '#db/schedule/sessionSource.ts';
import type { ProposeSchedule } from '#domain/schedule/requests.ts';
import type { StaffRole } from '#domain/staff/person.ts';
import { loadSmallElection, smallElection } from './smallElection.ts';
import { addSignedIn, type SignedInPerson } from './staffSessions.ts';

/** Somebody who is signed in and acts by that session. */
export type Scheduler = SignedInPerson & SessionSource;

export async function addScheduler(db: DatabaseClient['db'], role: StaffRole, name?: string): Promise<Scheduler> {
  return { ...(await addSignedIn(db, role, name === undefined ? {} : { name })), address: '10.0.0.1' };
}

/** One who proposes and one who confirms. */
export async function addSchedulers(db: DatabaseClient['db']): Promise<{ leader: Scheduler; approver: Scheduler }> {
  return {
    leader: await addScheduler(db, 'leadership', 'Aisha'),
    approver: await addScheduler(db, 'approver', 'Bolat'),
  };
}

const texts = (text: string) => ({ kk: `${text} (kk)`, ru: `${text} (ru)`, en: text });

/** Online voting from 1 to 3 October, 14:00; results due on the 5th, 12:00; it is the 2nd, noon. All in Almaty. */
export async function loadSchedule(db: DatabaseClient['db']): Promise<void> {
  await loadSmallElection(db);
  const [planned] = smallElection.election.windows;
  if (!planned) throw new Error('the small election has a window');
  await announceWindow(db, planned);
  for (const change of smallElection.election.publications) await announcePublication(db, change);
}

export const at = (text: string) => new Date(`2020-10-${text}:00+06:00`).toISOString();

/** An extension of online voting to a time such as `04T14:00`. */
export const extension = (closesAt: string, more: object = {}): ProposeSchedule => ({
  kind: 'window',
  channel: 'online',
  closesAt: at(closesAt),
  reason: texts('The site did not answer'),
  decidedBy: texts('The organising committee'),
  ...more,
});

export const publicationAt = (publishAt: string, more: object = {}): ProposeSchedule => ({
  kind: 'publication',
  publishAt: at(publishAt),
  reason: texts('A recount'),
  decidedBy: texts('The organising committee'),
  ...more,
});
