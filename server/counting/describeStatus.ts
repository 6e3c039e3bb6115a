import type { DatabaseClient } from '#db/client.ts';
import { type DraftStatus, findDraft } from '#db/counting/getDraft.ts';
import { listOpenContests, type OpenContest } from '#db/counting/listOpenContests.ts';
import { listOpenPublications } from '#db/counting/movePublication.ts';

/** What those who decide on a draft must know, as lines of text; no figures of anybody. */
export async function describeStatus(db: DatabaseClient['db']): Promise<string> {
  const draft = await findDraft(db);
  const proposals = (await listOpenPublications(db)).map(
    ({ id, publishAt, proposedBy }) =>
      `proposal ${id}: publication at ${publishAt}, by ${proposedBy}; nobody confirmed it`,
  );
  if (!draft) return ['no edition is sealed yet', ...proposals].join('\n');
  const open = await listOpenContests(db, draft.editionId);
  return [...describeDraft(draft), ...describeOpen(open), ...proposals].join('\n');
}

function describeDraft(draft: DraftStatus): string[] {
  return [
    `edition ${draft.number}: ${draft.state}`,
    `hash ${draft.manifestHash}`,
    `counted (${draft.source}) by ${draft.sealedBy}, sealed at ${draft.sealedAt}`,
    ...draft.verdicts.map(
      ({ person, verdict, reason, at }) => `${verdict} by ${person} at ${at}${reason === '' ? '' : `: ${reason}`}`,
    ),
    draft.state === 'released' ? 'it is public' : `due at ${draft.publishAt ?? 'no time: none is announced'}`,
  ];
}

function describeOpen(contests: readonly OpenContest[]): string[] {
  const withheld = contests.filter((contest) => contest.withheld !== null);
  const tied = contests.filter(({ tiedCandidacyIds }) => tiedCandidacyIds.length > 0);
  return [
    `${withheld.length} contests withheld, ${tied.length} tied`,
    ...withheld.map(
      ({ id, withheld: why }) => `  ${id}: ${why?.rule}${why?.districtCode ? ` in ${why.districtCode}` : ''}`,
    ),
    ...tied.map(({ id, tiedCandidacyIds }) => `  ${id}: a tie of ${tiedCandidacyIds.join(', ')}`),
  ];
}
