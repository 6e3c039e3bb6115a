import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { createDatabase, type DatabaseClient } from '#db/client.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { giveVerdict } from '#db/release/giveVerdict.ts';
import { roleUrl } from '#db/roles.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { countEdition } from '#server/counting/countEdition.ts';
import { publishZeroFeed } from '#server/counting/zeroFeed.ts';
import { createSigningKey } from '#server/press/signingKey.ts';
import { addSignedIn } from '../support/staffSessions.ts';

export interface OpenDatabase {
  owner: DatabaseClient;
  url: string;
}

/** As the counting people do it: the zero feed, the import, and the approval of two. */
export async function sealResults(
  { owner, url }: OpenDatabase,
  protocols: readonly Protocol[],
  folder: string,
): Promise<void> {
  const counting = createDatabase(roleUrl(url, 'saylau_counting'), {
    applicationName: 'saylau-counting',
    maxConnections: 2,
  });
  const path = join(folder, 'protocols.csv');
  try {
    const signingKey = createSigningKey();
    await publishZeroFeed(counting, signingKey);
    writeFileSync(path, toTable(protocols));
    const databases = { board: counting, vote: counting };
    const draft = await countEdition(databases, { kind: 'protocols', path }, { by: 'Aisha', reason: null, signingKey });
    if (draft.withheld > 0) throw new Error(`${draft.withheld} contests of the canary edition are withheld`);
    await recordVerdict(counting.db, { ...draft, person: 'Bolat', verdict: 'approved', reason: null });
    await approveAtConsole({ owner, url }, draft.manifestHash);
  } finally {
    rmSync(path, { force: true });
    await counting.close();
  }
}

async function approveAtConsole({ owner, url }: OpenDatabase, hash: string): Promise<void> {
  const web = createDatabase(roleUrl(url, 'saylau_web'), { applicationName: 'saylau-embargo', maxConnections: 1 });
  try {
    const { sessionToken } = await addSignedIn(owner.db, 'approver', { name: 'Dana' });
    await giveVerdict(web.db, { sessionToken, address: null }, { verdict: 'approved', hash });
  } finally {
    await web.close();
  }
}

function toTable(protocols: readonly Protocol[]): string {
  const rows = protocols.flatMap(({ contestId, districtCode, ballots, blank, invalid, votes }) =>
    [...votes].map(([candidacyId, count]) => [contestId, districtCode, candidacyId, count, ballots, blank, invalid]),
  );
  const columns = ['contest_id', 'district_code', 'candidacy_id', 'votes', 'ballots', 'blank', 'invalid'];
  return stringify(rows, { header: true, columns });
}
