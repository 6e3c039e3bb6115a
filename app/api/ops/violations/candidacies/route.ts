import { z } from 'zod';
import { searchCandidacies } from '#db/queries/searchCandidacies.ts';
import { UnitCode } from '#domain/geography.ts';
import type { CandidacyChoices } from '#domain/violations/candidacyChoice.ts';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { requireStaff } from '../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../database.ts';
import { readParameters } from '../../../parameters.ts';

const offered = 20;
const Parameters = z.object({ unit: UnitCode.optional(), q: z.string().max(100).default('') });

/** Candidacies that a case of a unit can mean, without one all, by words of a name in any language. */
export function GET(request: Request) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'violation.read');
    const { unit, q } = readParameters(request, Parameters);
    const { total, candidacies } = await searchCandidacies(getDatabase(), { q, unitCode: unit, limit: offered });
    const choices: CandidacyChoices = {
      total,
      candidacies: candidacies.map(({ id, names, contestNames, ballotNumber, status }) => {
        return { id, names, contestNames, ballotNumber, status };
      }),
    };
    return Response.json(choices);
  });
}
