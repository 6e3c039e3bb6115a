import type { CandidaciesAnswer, EditionsAnswer } from '../schemas.ts';

const council = { kk: 'Көкшетау қалалық мәслихаты', ru: 'Маслихат города Кокшетау', en: 'Kokshetau city council' };
const commission = { kk: 'Орталық комиссия', ru: 'Центральная комиссия', en: 'Central commission' };

/** Invented, as in a rehearsal. */
export const editionsExample: EditionsAnswer = {
  electionId: 'rehearsal-kz-primaries-2020',
  isTest: true,
  electionNames: { kk: 'Праймериз', ru: 'Праймериз', en: 'Primaries' },
  version: 90_417,
  publication: {
    publishAt: '2020-10-06T06:00:00.000Z',
    plannedAt: '2020-10-05T06:00:00.000Z',
    moves: [
      {
        publishAt: '2020-10-06T06:00:00.000Z',
        announcedAt: '2020-10-05T03:00:00.000Z',
        reason: {
          kk: 'Хаттамалар әлі тексерілуде',
          ru: 'Протоколы ещё проверяются',
          en: 'Protocols are still being checked',
        },
        decidedBy: commission,
      },
    ],
    released: true,
  },
  editions: [
    {
      edition: 1,
      status: 'complete',
      version: 90_417,
      sealedAt: '2020-10-06T04:12:09.000Z',
      releasedAt: '2020-10-06T06:00:00.213Z',
      manifestHash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      reason: null,
      approvedBy: ['A. Serikova', 'D. Akhmetov'],
      corrects: null,
      supersededBy: null,
      urls: {
        summary: '/api/v1/editions/1/summary.json',
        contests: '/api/v1/editions/1/contests.json',
        changes: '/api/v1/editions/1/changes.json',
        bundle: '/api/v1/editions/1/bundle.zip',
        manifest: '/api/v1/editions/1/manifest.sha256',
        signature: '/api/v1/editions/1/manifest.sig',
      },
    },
  ],
  next: '/api/v1/editions.json?since=90417',
};

export const candidaciesExample: CandidaciesAnswer = {
  electionId: 'rehearsal-kz-primaries-2020',
  isTest: true,
  edition: 1,
  total: 1,
  candidacies: [
    {
      id: 'kokshetau-city-007',
      contestId: 'kokshetau-city',
      contestNames: council,
      unitCode: 'KZ-AKM-KOKSHETAU',
      regionCode: 'KZ-AKM',
      ballotNumber: 7,
      names: { kk: 'Нұрлан Һәкімов', ru: 'Нурлан Хакимов', en: 'Nurlan Khakimov' },
      status: 'registered',
      decision: null,
      votes: 1_284,
      rank: 3,
      outcome: 'elected',
    },
  ],
  next: null,
};
