import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { Instant } from '../schedule.ts';
import { IncidentCategory, IncidentState, Severity } from './incident.ts';
import { textLength, titleLength } from './listed.ts';

/** A cell that only some steps fill. */
function cell<Shape extends z.ZodType>(shape: Shape) {
  return z.union([z.literal('').transform(() => null), shape]);
}
const Title = z.string().trim().max(titleLength);
const Text = z.string().trim().max(textLength);

/** A row of a package's incidents.csv: one step of one technical incident. */
export const IncidentScriptRow = z.object({
  incident_id: z.string().regex(/^[A-Za-z0-9-]{1,32}$/, 'letters, digits and hyphens, at most 32'),
  step: z.enum(['file', 'acknowledge', 'update', 'resolve']),
  at: Instant,
  by: z.string().trim().min(1, 'who does it').max(120),
  category: cell(IncidentCategory),
  severity: cell(Severity),
  /** Codes with spaces between them; none is the whole country. */
  unit_codes: z
    .string()
    .transform((text) => text.split(' ').filter(Boolean))
    .pipe(z.array(UnitCode).max(30, 'at most 30 units')),
  state: cell(IncidentState.exclude(['resolved'])),
  is_public: cell(z.enum(['yes', 'no'])),
  title_kk: Title,
  title_ru: Title,
  title_en: Title,
  text_kk: Text,
  text_ru: Text,
  text_en: Text,
});
export type IncidentScriptRow = z.infer<typeof IncidentScriptRow>;

/** The cells that a step cannot be without. */
export const neededIncidentCells: Record<IncidentScriptRow['step'], readonly (keyof IncidentScriptRow)[]> = {
  file: ['category', 'severity', 'is_public', 'title_kk', 'title_ru', 'title_en'],
  acknowledge: [],
  update: ['is_public'],
  resolve: ['is_public'],
};
