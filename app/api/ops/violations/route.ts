import { fileViolation } from '#db/violations/fileViolation.ts';
import { findUnitPlace } from '#db/violations/findCasePlace.ts';
import { getCase } from '#db/violations/getCase.ts';
import { getCaseStamp } from '#db/violations/getCaseStamp.ts';
import { FileViolation } from '#domain/violations/requests.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireStaff } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { isKnown } from '../../answer.ts';
import { readParameters } from '../../parameters.ts';
import { CaseParameters } from './parameters.ts';
import { readCases } from './readCases.ts';

/** What the person may see of the register, the newest first, with `before` of the next page; 304 while nothing changed. */
export function GET(request: Request) {
  return answerStaff(request, async () => {
    const { person } = await requireStaff(request, 'violation.read');
    const parameters = readParameters(request, CaseParameters);
    const { regionCode, districtCode, commissionLevel } = person;
    // Before the list: one that changed meanwhile is asked for again.
    const stamp = await getCaseStamp(getDatabase());
    const etag = `W/"${stamp} ${regionCode} ${districtCode} ${commissionLevel} ${new URL(request.url).search}"`;
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ETag: etag } });
    return Response.json(await readCases(person, parameters, stamp), { headers: { ETag: etag } });
  });
}

/** Puts a report into the register; whoever files it does not read the restricted fields by that. */
export function POST(request: Request) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'violation.file');
    const report = await readBody(request, FileViolation);
    const place = await findUnitPlace(getDatabase(), report.unitCode);
    const { actor } = await requireStaff(request, 'violation.file', place);
    const number = await fileViolation(getDatabase(), actor, { ...report, place });
    return Response.json(await getCase(getDatabase(), number), { status: 201 });
  });
}
