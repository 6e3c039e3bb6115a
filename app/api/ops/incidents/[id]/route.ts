import { findIncidentPlace } from '#db/incidents/findIncidentPlace.ts';
import { getIncident } from '#db/incidents/getIncident.ts';
import { listAssignees } from '#db/incidents/listAssignees.ts';
import { answerStaff } from '../../../../auth/answerStaff.ts';
import { requireStaff } from '../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../database.ts';
import { readNumber } from '../readNumber.ts';

interface Context {
  params: Promise<{ id: string }>;
}

/** Everything known of an incident, and who may be given it. */
export function GET(request: Request, { params }: Context) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'incident.read');
    const number = readNumber((await params).id);
    const place = await findIncidentPlace(getDatabase(), number);
    const { person } = await requireStaff(request, 'incident.read', place);
    const [incident, assignees] = await Promise.all([
      getIncident(getDatabase(), number, person),
      listAssignees(getDatabase(), place),
    ]);
    return Response.json({ incident, assignees });
  });
}
