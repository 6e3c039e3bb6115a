import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import { IncidentCategory, IncidentState, Severity } from './incident.ts';
import { textLength, titleLength } from './listed.ts';
import { plainText, writtenText } from './plainText.ts';

/** What reports an incident says of it; all but three have a default. */
export const FileIncident = z.strictObject({
  category: IncidentCategory,
  severity: Severity,
  title: writtenText(titleLength),
  /** None: the whole country. */
  unitCodes: z.array(UnitCode).max(30, 'at most 30 units').default([]),
  isPublic: z.boolean().default(true),
  /** More than the title, as the first entry of the timeline. */
  text: writtenText(textLength).optional(),
});
export type FileIncident = z.infer<typeof FileIncident>;

/** What a program reports is for the staff until one of them says otherwise. */
export const ReportIncident = FileIncident.extend({ isPublic: z.boolean().default(false) });
export type ReportIncident = z.infer<typeof ReportIncident>;

/** The version of the incident that its reader saw: one changed since is not changed blindly. */
const RowVersion = z.int().positive();

export const UpdateIncident = z.strictObject({
  rowVersion: RowVersion,
  /** The state from now on; needed with a text where it goes back. */
  state: IncidentState.optional(),
  text: writtenText(textLength).optional(),
  isPublic: z.boolean(),
});
export type UpdateIncident = z.infer<typeof UpdateIncident>;

export const CommentIncident = z.strictObject({ text: writtenText(textLength) });
export const AssignIncident = z.strictObject({
  rowVersion: RowVersion,
  personId: z.string().min(1).max(64).nullable(),
});
export const DuplicateIncident = z.strictObject({ rowVersion: RowVersion, of: z.string().max(12) });
export const FalseAlarm = z.strictObject({ rowVersion: RowVersion, reason: writtenText(textLength) });
export const LinkIncident = z.strictObject({ to: z.string().max(12) });
export const PublishIncident = z.strictObject({ rowVersion: RowVersion, title: writtenText(titleLength).optional() });
export const CreateKey = z.strictObject({ name: plainText(80), regionCode: UnitCode.nullable() });
