import { z } from 'zod';
import { listAudit } from '#db/audit/listAudit.ts';
import { answerStaff } from '../../../auth/answerStaff.ts';
import { requireStaff, wholeCountry } from '../../../auth/requireStaff.ts';
import { getDatabase } from '../../../database.ts';
import { readParameters } from '../../parameters.ts';
import { AuditParameters } from './parameters.ts';

const Parameters = AuditParameters.extend({ limit: z.coerce.number().int().min(1).max(500).default(100) });

/** The audit log, newest first; `next` is `before` of the next page. */
export function GET(request: Request) {
  return answerStaff(request, async () => {
    await requireStaff(request, 'audit.read', wholeCountry);
    const { limit, person, ...filter } = readParameters(request, Parameters);
    return Response.json(await listAudit(getDatabase(), { ...filter, personId: person }, limit));
  });
}
