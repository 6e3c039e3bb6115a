import type postgres from 'postgres';
import { smallDistricts } from './smallElection.ts';

export interface VotingOptions {
  writers: number;
  transactions: number;
  /** Called between transactions of the first writer, so that folds fall into the middle of others. */
  between: () => Promise<void>;
}

/**
 * Writers at once, each with short and long transactions, savepoints rolled back and whole transactions rolled back, while
 * one more transaction stays open from the first to the last. Which ones is fixed by their number, not by chance.
 */
export async function voteConcurrently(
  connection: postgres.Sql,
  { writers, transactions, between }: VotingOptions,
): Promise<void> {
  let closeLongOne: () => void = () => {};
  const longOneMayEnd = new Promise<void>((resolve) => {
    closeLongOne = resolve;
  });
  const longOne = connection.begin(async (tx) => {
    await insertBallots(tx, 3, 0);
    await longOneMayEnd;
    await insertBallots(tx, 2, 1);
  });
  const write = async (writer: number) => {
    for (let number = 0; number < transactions; number += 1) {
      await runOne(connection, writer, number);
      if (writer === 0) await between();
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  closeLongOne();
  await longOne;
}

class RollBack extends Error {}

async function runOne(connection: postgres.Sql, writer: number, number: number): Promise<void> {
  const kind = (writer * 7 + number) % 5;
  await connection
    .begin(async (tx) => {
      await insertBallots(tx, 1 + (number % 4), writer + number);
      if (kind === 1) await tx`select pg_sleep(0.003)`;
      if (kind === 2) {
        await tx
          .savepoint(async (savepoint) => {
            await insertBallots(savepoint, 5, number);
            throw new RollBack();
          })
          .catch(ignoreRollBack);
      }
      if (kind === 3) await tx.savepoint((savepoint) => insertBallots(savepoint, 2, number));
      if (kind === 4) throw new RollBack();
    })
    .catch(ignoreRollBack);
}

function ignoreRollBack(error: unknown): void {
  if (!(error instanceof RollBack)) throw error;
}

async function insertBallots(tx: postgres.TransactionSql, count: number, place: number): Promise<void> {
  const district = smallDistricts[place % smallDistricts.length] ?? '';
  await tx`
    insert into vote."authorization" (district_code, channel, occurred_at)
    select ${district}, 'online', timestamptz '2020-10-02 10:00+06' from generate_series(1, ${count})`;
  await tx`
    insert into vote.ballot (district_code, channel, occurred_at)
    select ${district}, 'online', timestamptz '2020-10-02 10:00+06' from generate_series(1, ${count})`;
}
