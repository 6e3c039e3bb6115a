import { setTimeout as delay } from 'node:timers/promises';
import { createDatabase, type DatabaseClient, sql } from '#db/client.ts';
import { seededRandom } from '../statistics.ts';
import { monotonicMs } from './monotonicClock.ts';

export interface Voters {
  /** Casts votes one after another, as far apart as `gapMs` says; returns the moment each was sent to the database. */
  cast(votes: number, gapMs: (random: () => number) => number): Promise<number[]>;
  /** The country's voters as the board shows them, once everything is folded. */
  total(): Promise<number>;
  close(): Promise<void>;
}

/** Votes that come singly at random moments, at a steady mean. */
export const steadily = (perSecond: number) => (random: () => number) => (-Math.log(1 - random()) * 1000) / perSecond;
/** Single votes after a silence, so that the aggregator has slowed down. */
export const afterSilence = (random: () => number) => 800 + random() * 400;

export async function openVoters(url: string): Promise<Voters> {
  const client = createDatabase(url, { applicationName: 'saylau-bench-voters', maxConnections: 1 });
  await fillBoard(client);
  const districts = await client.db.execute<{ code: string }>(
    sql`select code from board.unit where level = 'district'`,
  );
  const random = seededRandom(2020);
  const insert = `insert into vote.ballot (district_code, channel, occurred_at) values ($1, 'online', clock_timestamp())`;
  return {
    cast: async (votes, gapMs) => {
      const sentMs: number[] = [];
      let dueMs = monotonicMs();
      for (let vote = 0; vote < votes; vote += 1) {
        dueMs += gapMs(random);
        await delay(Math.max(0, dueMs - monotonicMs()));
        sentMs.push(monotonicMs());
        const district = districts[Math.floor(random() * districts.length)];
        await client.connection.unsafe(insert, [district?.code ?? ''], { prepare: true });
      }
      return sentMs;
    },
    total: async () => {
      await delay(600);
      const [row] = await client.db.execute<{ voted: string }>(
        sql`select sum(shown_voted) as voted from board.turnout`,
      );
      return Number(row?.voted ?? 0);
    },
    close: client.close,
  };
}

/** Figures as they stood in the middle of the second day, so that updates are as long as they really are. */
async function fillBoard({ db }: DatabaseClient): Promise<void> {
  await db.execute(sql`
    insert into vote.turnout_correction (district_code, channel, delta_authorized, delta_voted, reason, decided_by, occurred_at)
    select code, 'online', eligible * 6 / 10, eligible * 5 / 10, 'as of the second day', 'bench', now()
    from board.unit where level = 'district'`);
  await db.execute(sql`
    insert into vote.refusal (district_code, channel, reason, occurred_at)
    select code, 'online', reason, now() from board.unit,
      unnest(array['not_on_roll', 'iin_used', 'phone_used', 'ip_used', 'outside_window']) reason, generate_series(1, 11)
    where level = 'district'`);
}
