import type { fileSchemas, otherFiles } from './components.ts';

type FileName = (typeof fileSchemas | typeof otherFiles)[number]['name'];

/** What each file of an edition is. */
export const fileWords: Record<FileName, string> = {
  summary: 'The country: totals, every region, contests that are still open, and who lost the right to a seat',
  contests: 'Every contest without its candidacies',
  changes: 'What a correction changed, before and after',
  contest: 'A contest: candidacies by rank, by region and by district',
  region: 'A region: its contests and those of its districts, winners only',
  district: 'A district: every contest its voters vote in, with the district’s own figures',
  contestTable: 'A contest as a table',
  contestsTable: 'Every contest as a table, a row each',
  candidacies: 'All candidacies as a table, a row each',
  votes: 'All votes as a table, a row a contest, area and candidacy',
  protocols: 'Ballots, invalid ballots and unused votes as a table, a row a contest and area',
  turnout: 'Turnout as a table, as it stood when the edition was sealed',
  dataPackage: 'Frictionless Data Package: describes the tables',
  nist: 'The results as NIST SP 1500-100 r2',
  verify: 'How to check the bundle with openssl alone',
  manifest: 'SHA-256 of every file, in the form of sha256sum',
  signature: 'Ed25519 signature of manifest.sha256, raw',
  publicKey: 'The key it is signed with',
  bundle: 'All files of the edition and their signature in one archive',
};

export const introduction = `Results of the election as files. Everything is readable from any origin, without a key.

**Editions.** Edition 0 is the zero feed: the same files and ids before the results, without figures, \`status: pre-election\`.
Edition 1 is the first release; a later edition corrects the one before and says why. No edition changes once it is released
and none goes away: a superseded one says \`X-Saylau-Superseded-By\` and links its successor.

**Following.** Ask for \`/api/v1/editions.json\` and then always for the address in its \`next\`. Or subscribe to \`/api/v1/feed.atom\`.
Every answer has an \`ETag\`: with \`If-None-Match\` you get \`304\` while nothing changed.

**Before the release** addresses of editions that are not public answer as any address that does not exist: \`404\`, the same bytes.

**Rehearsals** say \`isTest: true\` in every file and have another \`electionId\`.`;
