import type { ElectionPackage } from '#domain/electionPackage.ts';
import { smallElection } from './smallElection.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });

/** The small election with people who count it on 4 October, publish on the 5th, and correct it on the 6th with lots and a removal. */
export const smallRehearsal: ElectionPackage = {
  ...smallElection,
  election: {
    ...smallElection.election,
    results: {
      countedBy: 'Counting hall',
      editions: [
        {
          countedAt: '2020-10-04T16:00:00+06:00',
          reason: null,
          lotsDrawnBy: null,
          approvals: [
            { person: 'Aisha Omarova', at: '2020-10-04T18:00:00+06:00' },
            { person: 'Bolat Serikov', at: '2020-10-05T10:00:00+06:00' },
          ],
        },
        {
          countedAt: '2020-10-06T09:00:00+06:00',
          reason: names('a candidacy was removed'),
          lotsDrawnBy: 'Chair of the commission',
          approvals: [
            { person: 'Aisha Omarova', at: '2020-10-06T14:00:00+06:00' },
            { person: 'Bolat Serikov', at: '2020-10-06T15:00:00+06:00' },
          ],
        },
      ],
    },
  },
  candidacyChanges: [
    ...smallElection.candidacyChanges,
    {
      candidacyId: 'council-B-2',
      status: 'removed',
      votes: 'annulled',
      announcedAt: '2020-10-06T08:00:00+06:00',
      number: '3',
      decidedBy: names('commission'),
      rule: names('no gifts to voters'),
      reason: names('gave gifts to voters'),
    },
  ],
};
