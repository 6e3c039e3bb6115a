import { z } from 'zod';
import { UnitCode } from '#domain/geography.ts';
import { IncidentCategory, Severity } from '#domain/incidents/incident.ts';

/** How a list of incidents is narrowed. */
export const IncidentParameters = z.strictObject({
  state: z.enum(['open', 'resolved']).optional(),
  category: IncidentCategory.optional(),
  severity: Severity.optional(),
  unit: UnitCode.optional(),
  q: z.string().max(100).optional(),
});
export type IncidentParameters = z.infer<typeof IncidentParameters>;
