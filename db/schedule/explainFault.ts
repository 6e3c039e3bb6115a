import { Conflict, Forbidden, InvalidInput, NotFound } from '#domain/errors.ts';
import { type EndFault, endFaults, type ProposalEnd } from '#domain/schedule/faults.ts';
import { type Database, sql, toInstant } from '../client.ts';

type Explained = 'no_session' | 'no_name' | 'not_found' | 'not_own' | ProposalEnd;
const words: Record<Exclude<EndFault, Explained>, string> = {
  same_person: 'you proposed it: a second person has to decide',
  released: 'the results are public: the schedule stays as it is',
  overtaken: 'the schedule was changed since this was proposed: propose it again',
  sealed:
    'results are counted and sealed: votes that came later would not be in them, so voting stays closed unless somebody objects to that count',
  no_window: 'no voting times are announced for this channel',
  same: 'this time is in force already',
  empty: 'voting would close before it opens',
  opened: 'voting has opened, or would have: only its close can be moved',
  past: 'this time has passed: a time can only be moved into the future',
  too_far: 'this time is more than a year away',
  after_publication: 'voting would be open when results are due: move the publication first',
  before_close: 'results would be due before the last vote: the publication must be after the close',
};

/** The refusal of the database in words; of a proposal that has ended, who ended it and when. */
export async function explainFault(db: Database, fault: string, proposal: number | null): Promise<Error> {
  const known = endFaults.find((each) => each === fault);
  if (known === undefined) return new Error(`the schedule was refused with ${fault}`);
  if (known === 'no_session') return new Forbidden('no living session of somebody who may do this');
  if (known === 'no_name') return new InvalidInput('expected the name of a person');
  if (known === 'not_found') return new NotFound(`there is no proposal ${proposal}`);
  if (known === 'not_own') return new Forbidden('only whoever proposed it withdraws it');
  if (known !== 'confirmed' && known !== 'declined' && known !== 'withdrawn') return new Conflict(words[known]);
  const [row] = await db.execute<{ ended_by: string; ended_at: string }>(
    sql`select ended_by, ended_at from ops.schedule_proposal where id = ${proposal}`,
  );
  return new Conflict(`it is ${known} already, by ${row?.ended_by} at ${toInstant(row?.ended_at ?? '')}`);
}
