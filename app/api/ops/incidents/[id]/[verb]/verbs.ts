import type { z } from 'zod';
import { acknowledgeIncident } from '#db/incidents/acknowledgeIncident.ts';
import { assignIncident } from '#db/incidents/assignIncident.ts';
import { closeAsDuplicate } from '#db/incidents/closeAsDuplicate.ts';
import { commentIncident } from '#db/incidents/commentIncident.ts';
import { findIncidentPlace } from '#db/incidents/findIncidentPlace.ts';
import { linkIncidents } from '#db/incidents/linkIncidents.ts';
import { publishIncident } from '#db/incidents/publishIncident.ts';
import { raiseFalseAlarm } from '#db/incidents/raiseFalseAlarm.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import {
  AssignIncident,
  CommentIncident,
  DuplicateIncident,
  FalseAlarm,
  LinkIncident,
  PublishIncident,
  UpdateIncident,
} from '#domain/incidents/requests.ts';
import type { Action } from '#domain/staff/policy.ts';
import type { Staff } from '../../../../../auth/findStaff.ts';
import { readBody } from '../../../../../auth/readBody.ts';
import { requireStaff } from '../../../../../auth/requireStaff.ts';
import { getDatabase } from '../../../../../database.ts';
import { readNumber } from '../../readNumber.ts';

export interface Verb {
  action: Action;
  run(request: Request, by: Staff['actor'], number: number): Promise<void>;
}

/** What can be done to an incident: the last part of the address that is posted to. */
export const verbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  [
    'acknowledge',
    { action: 'incident.acknowledge', run: (_request, by, number) => acknowledgeIncident(getDatabase(), by, number) },
  ],
  [
    'update',
    verb('incident.update', UpdateIncident, (by, number, body) => updateIncident(getDatabase(), by, number, body)),
  ],
  [
    'publish',
    verb('incident.update', PublishIncident, (by, number, body) => publishIncident(getDatabase(), by, number, body)),
  ],
  [
    'assign',
    verb('incident.assign', AssignIncident, (by, number, body) => assignIncident(getDatabase(), by, number, body)),
  ],
  [
    'comment',
    verb('incident.comment', CommentIncident, (by, number, { text }) =>
      commentIncident(getDatabase(), by, number, text),
    ),
  ],
  [
    'false-alarm',
    verb('incident.falseAlarm', FalseAlarm, (by, number, body) => raiseFalseAlarm(getDatabase(), by, number, body)),
  ],
  [
    'duplicate',
    verb('incident.link', DuplicateIncident, async (by, number, { rowVersion, of }, request) => {
      const other = await readOther(request, of);
      await closeAsDuplicate(getDatabase(), by, number, { rowVersion, of: other });
    }),
  ],
  [
    'link',
    verb('incident.link', LinkIncident, async (by, number, { to }, request) => {
      await linkIncidents(getDatabase(), by, number, await readOther(request, to));
    }),
  ],
]);

function verb<Shape extends z.ZodType>(
  action: Action,
  shape: Shape,
  run: (by: Staff['actor'], number: number, body: z.output<Shape>, request: Request) => Promise<void>,
): Verb {
  return { action, run: async (request, by, number) => run(by, number, await readBody(request, shape), request) };
}

/** The other of two: the person must be allowed to link that as well. */
async function readOther(request: Request, id: string): Promise<number> {
  const number = readNumber(id);
  await requireStaff(request, 'incident.link', await findIncidentPlace(getDatabase(), number));
  return number;
}
