import { z } from 'zod';
import { UnitCode } from '#domain/geography.ts';
import { Names } from '#domain/languages.ts';
import { CandidacyStatus, ResultId } from '#domain/results/candidacy.ts';
import { CandidacyHit } from '#domain/results/candidacyHit.ts';
import { EditionHead } from '#domain/results/edition.ts';
import { Instant, PublicationChange } from '#domain/schedule.ts';

const Path = z.string().meta({ description: 'An address of this server.', format: 'uri-reference' });
const Version = z.int().nonnegative();
const electionHead = EditionHead.pick({ electionId: true, isTest: true }).shape;

export const EditionEntry = z
  .strictObject({
    edition: z.int().nonnegative().meta({ description: '0 is the zero feed: the same files without figures.' }),
    status: EditionHead.shape.status,
    version: Version.nullable().meta({
      description: 'The board’s version that its release made. Null for the zero feed.',
    }),
    sealedAt: Instant,
    releasedAt: Instant.nullable(),
    manifestHash: z.string().meta({ description: 'SHA-256 of manifest.sha256, hex: what two people approved.' }),
    reason: Names.nullable().meta({ description: 'Of a correction.' }),
    approvedBy: z.array(z.string()),
    corrects: z.int().nullable(),
    supersededBy: z.int().nullable(),
    urls: z.strictObject({
      summary: Path,
      contests: Path,
      changes: Path,
      bundle: Path,
      manifest: Path,
      signature: Path,
    }),
  })
  .meta({ id: 'EditionEntry' });
export type EditionEntry = z.infer<typeof EditionEntry>;

export const PublicationEntry = z
  .strictObject({
    publishAt: Instant.meta({ description: 'In force.' }),
    plannedAt: Instant.meta({ description: 'As it was first announced.' }),
    moves: z.array(PublicationChange),
    released: z.boolean(),
  })
  .meta({ id: 'PublicationEntry' });
export type PublicationEntry = z.infer<typeof PublicationEntry>;

export const EditionsAnswer = z
  .strictObject({
    ...electionHead,
    electionNames: Names,
    version: Version.meta({ description: 'The version at which an edition or the schedule last changed.' }),
    publication: PublicationEntry.nullable(),
    editions: z.array(EditionEntry),
    next: Path.meta({ description: 'Ask here for what changes from now on.' }),
  })
  .meta({ id: 'EditionsAnswer' });
export type EditionsAnswer = z.infer<typeof EditionsAnswer>;

export const CandidaciesAnswer = z
  .strictObject({
    ...electionHead,
    edition: z.int().nullable().meta({ description: 'The edition that the figures are of.' }),
    total: z.int().nonnegative(),
    candidacies: z.array(CandidacyHit),
    next: Path.nullable().meta({ description: 'The next page; null on the last.' }),
  })
  .meta({ id: 'CandidaciesAnswer' });
export type CandidaciesAnswer = z.infer<typeof CandidaciesAnswer>;

export const KeysAnswer = z
  .strictObject({
    keys: z.array(z.strictObject({ id: z.string(), publicKeyPem: z.string(), addedAt: Instant })),
  })
  .meta({ id: 'KeysAnswer' });

export const Refusal = z
  .strictObject({
    error: z.enum(['not_found', 'invalid_parameter', 'too_many_requests', 'unavailable', 'method_not_allowed']),
    message: z.string().optional(),
    retryAfterSeconds: z.int().optional(),
  })
  .meta({ id: 'Refusal' });

export const EditionsParameters = z.object({
  since: z
    .string()
    .regex(/^\d{1,15}$/, 'a version: a whole number such as 1024')
    .optional()
    .meta({ description: 'Only what changed after this version.', example: '1024' }),
});

export const CandidaciesParameters = z.object({
  q: z.string().max(100, 'at most 100 characters').optional().meta({
    description: 'Words of a name in Kazakh, Russian or Latin letters, case and ё do not matter; all must be found.',
    example: 'нурлан',
  }),
  contest: ResultId.optional().meta({ description: 'Id of a contest.' }),
  region: UnitCode.optional().meta({ description: 'Code of a region: its contests and those of its districts.' }),
  status: CandidacyStatus.optional(),
  after: z.string().max(300, 'at most 300 characters').optional().meta({ description: 'Stands in next.' }),
  limit: z
    .string()
    .regex(/^([1-9]|[1-4]\d|50)$/, 'a whole number from 1 to 50')
    .optional()
    .meta({ description: 'How many a page, at most 50; 20 if not said.', example: '20' }),
});

export const FeedParameters = z.object({
  lang: z.enum(['kk', 'ru', 'en'], 'kk, ru or en').optional().meta({ description: 'Kazakh if not said.' }),
  before: z
    .string()
    .max(300, 'at most 300 characters')
    .optional()
    .meta({ description: 'Stands in the feed’s next link.' }),
});
