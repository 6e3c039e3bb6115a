import type { CaseList } from '#components/violations/content.ts';
import { getPipeline } from '#db/violations/getPipeline.ts';
import { listCases } from '#db/violations/listCases.ts';
import type { Person } from '#domain/staff/person.ts';
import type { PipelineStage } from '#domain/violations/staffCase.ts';
import { getDatabase } from '../../../database.ts';
import { readOrLast } from '../../../lastGood.ts';
import type { CaseParameters } from './parameters.ts';

/** Drawing the rows costs the page more than reading them. */
const casesOnPage = 25;

/** What this person may see of the register at the stamp or later: how long cases wait, and the newest of those that fit. */
export async function readCases(person: Person, parameters: CaseParameters, stamp: string): Promise<CaseList> {
  const { state, category, unit, level, hours, q, before } = parameters;
  const { regionCode, districtCode, commissionLevel } = person;
  const commission =
    level === 'mine' && commissionLevel ? { level: commissionLevel, regionCode, districtCode } : undefined;
  const ofLevel = level === 'mine' ? undefined : level;
  const filter = {
    regionCode,
    districtCode,
    state,
    category,
    unitCode: unit,
    level: ofLevel,
    commission,
    text: q,
    before,
  };
  const [page, stages] = await Promise.all([
    listCases(getDatabase(), { ...filter, hoursInState: hours }, casesOnPage),
    readPipeline(person, stamp),
  ]);
  return { ...page, stages };
}

const pipelineAgeMs = 60_000;

/** It looks at every case: once a stamp and place, whoever asks. */
async function readPipeline({ regionCode, districtCode }: Person, stamp: string): Promise<PipelineStage[]> {
  const { value } = await readOrLast(
    `pipeline ${stamp} ${regionCode} ${districtCode}`,
    () => getPipeline(getDatabase(), { regionCode, districtCode }),
    pipelineAgeMs,
  );
  return value;
}
