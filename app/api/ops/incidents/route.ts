import { fileIncident } from '#db/incidents/fileIncident.ts';
import { findPlace } from '#db/incidents/findPlace.ts';
import { getIncident } from '#db/incidents/getIncident.ts';
import { getIncidentStamp } from '#db/incidents/getIncidentStamp.ts';
import { getResponseTimes } from '#db/incidents/getResponseTimes.ts';
import { listIncidents } from '#db/incidents/listIncidents.ts';
import { reportIncident } from '#db/incidents/reportIncident.ts';
import { InvalidInput } from '#domain/errors.ts';
import { mostListed } from '#domain/incidents/listed.ts';
import { FileIncident, ReportIncident } from '#domain/incidents/requests.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { clientAddress } from '../../../auth/clientAddress.ts';
import { readBody } from '../../../auth/readBody.ts';
import { requireStaff } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { isKnown } from '../../answer.ts';
import { readParameters } from '../../parameters.ts';
import { answerProgram } from './answerProgram.ts';
import { IncidentParameters } from './parameters.ts';
import { readReport } from './readReport.ts';

const mostReportBytes = 64 * 1024;

/** What the person may see of incidents; asked for every two seconds, so 304 while nothing changed. */
export function GET(request: Request) {
  return answerStaff(request, async () => {
    const { person } = await requireStaff(request, 'incident.read');
    const { q, unit, ...filter } = readParameters(request, IncidentParameters);
    const { search } = new URL(request.url);
    const { regionCode, districtCode } = person;
    // Before the list: one that changed meanwhile is asked for again.
    const stamp = await getIncidentStamp(getDatabase());
    const etag = `W/"${stamp} ${regionCode} ${districtCode} ${search}"`;
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers: { ETag: etag } });
    const incidents = await listIncidents(getDatabase(), {
      ...filter,
      regionCode,
      districtCode,
      unitCode: unit,
      text: q,
      limit: mostListed,
    });
    const [times = null] = await getResponseTimes(getDatabase(), regionCode);
    return Response.json({ incidents, times }, { headers: { ETag: etag } });
  });
}

/** Files an incident: a person with a session, or a program with a key. */
export function POST(request: Request) {
  return request.headers.has('authorization') ? report(request) : file(request);
}

function file(request: Request): Promise<Response> {
  return answerStaff(request, async () => {
    await requireStaff(request, 'incident.file');
    const filing = await readBody(request, FileIncident);
    const place = await findPlace(getDatabase(), filing.unitCodes);
    const { actor, person } = await requireStaff(request, 'incident.file', place);
    const number = await fileIncident(getDatabase(), actor, { ...filing, place, source: 'person' });
    return Response.json(await getIncident(getDatabase(), number, person), { status: 201 });
  });
}

function report(request: Request): Promise<Response> {
  return answerProgram(request, async (key) => {
    const idempotencyKey = request.headers.get('idempotency-key');
    if (idempotencyKey !== null && !/^[\x21-\x7e]{1,200}$/.test(idempotencyKey))
      throw new InvalidInput('Idempotency-Key: 1 to 200 letters, digits and signs');
    const told = await readReport(request, ReportIncident, mostReportBytes);
    const address = clientAddress(request.headers);
    return Response.json(await reportIncident(getDatabase(), key, told, { address, idempotencyKey }), { status: 201 });
  });
}
