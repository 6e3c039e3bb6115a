/** Where the files of an edition stand inside it: `/api/v1/editions/3/<path>`, and in its signed bundle. */
export const resultPaths = {
  summary: 'summary.json',
  contests: 'contests.json',
  changes: 'changes.json',
  contest: (id: string) => `contests/${id}.json`,
  contestTable: (id: string) => `contests/${id}.csv`,
  region: (code: string) => `regions/${code}.json`,
  district: (code: string) => `districts/${code}.json`,
} as const;
