import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { UnitCode } from '#domain/geography.ts';
import { ResultId } from '#domain/results/candidacy.ts';
import { rateLimit, requestCosts } from '../rateLimit.ts';
import {
  CandidaciesAnswer,
  CandidaciesParameters,
  EditionsAnswer,
  EditionsParameters,
  FeedParameters,
  KeysAnswer,
} from '../schemas.ts';
import { fileSchemas, namedSchemas, otherFiles } from './components.ts';
import { candidaciesExample, editionsExample } from './examples.ts';
import { fieldWords } from './fieldWords.ts';
import { operation, refusal } from './operation.ts';
import { fileWords, introduction } from './words.ts';

/** OpenAPI 3.1 of `/api/v1`, made of the schemas that the answers have. */
export const openApiDocument = withFieldWords(
  createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Saylau press API',
      version: '1',
      description: `${introduction}\n\n${limitsInWords()}`,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'editions', description: 'What is public, and since when' },
      { name: 'files', description: 'The files of an edition' },
      { name: 'search', description: 'One candidacy among all' },
      { name: 'trust', description: 'What bundles are signed with' },
    ],
    components: { schemas: namedSchemas },
    paths: {
      '/api/v1/editions.json': operation('editions', 'listEditions', 'Every edition, or what changed since a version', {
        query: EditionsParameters,
        responses: {
          200: {
            description: 'Editions, the oldest first, and when the results become public.',
            content: { 'application/json': { schema: EditionsAnswer, example: editionsExample } },
          },
          400: refusal('A parameter is wrong; the message names it.', {
            error: 'invalid_parameter',
            message: 'since: a version: a whole number such as 1024',
          }),
        },
      }),
      '/api/v1/feed.atom': operation(
        'editions',
        'readFeed',
        'Atom 1.0: publication, decisions on candidacies, editions, corrections, retractions',
        {
          query: FeedParameters,
          responses: {
            200: {
              description: 'The newest hundred entries, and a link to those before.',
              content: { 'application/atom+xml': { schema: z.string() } },
            },
            400: refusal('A parameter is wrong.', { error: 'invalid_parameter', message: 'lang: kk, ru or en' }),
          },
        },
      ),
      '/api/v1/candidacies': operation('search', 'searchCandidacies', 'Candidacies by name, in three scripts', {
        query: CandidaciesParameters,
        responses: {
          200: {
            description:
              'A page of candidacies in the order of contests and ballots. Figures are null before the results.',
            content: { 'application/json': { schema: CandidaciesAnswer, example: candidaciesExample } },
          },
          400: refusal('A parameter is wrong.', {
            error: 'invalid_parameter',
            message: 'limit: a whole number from 1 to 50',
          }),
        },
      }),
      ...filePaths(),
      '/api/v1/keys.json': operation('trust', 'listKeys', 'The public keys, the newest first', {
        responses: {
          200: { description: 'Ed25519 keys as PEM.', content: { 'application/json': { schema: KeysAnswer } } },
        },
      }),
      '/api/v1/key.pem': operation('trust', 'readKey', 'The newest public key', {
        responses: {
          200: { description: 'Ed25519 as PEM.', content: { 'application/x-pem-file': { schema: z.string() } } },
        },
      }),
    },
  }),
);

/** Schemas of the domain say what fields hold; what they mean is said here. */
function withFieldWords(document: ReturnType<typeof createDocument>): ReturnType<typeof createDocument> {
  for (const [schemaName, words] of Object.entries(fieldWords)) {
    const schema = document.components?.schemas?.[schemaName];
    const properties = typeof schema === 'object' && 'properties' in schema ? schema.properties : undefined;
    for (const [field, description] of Object.entries(words)) {
      const property = properties?.[field];
      if (typeof property !== 'object') throw new Error(`${schemaName} has no field ${field}`);
      Object.assign(property, { description });
    }
  }
  return document;
}

/** Each file under its edition, and of the newest edition under `results`. */
function filePaths(): ZodOpenApiPathsObject {
  const edition = z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/)
    .meta({ description: 'Number of the edition.', example: '1' });
  const files = [
    ...fileSchemas.map((file) => ({ ...file, mediaType: 'application/json' })),
    ...otherFiles.map((file) => ({ ...file, schema: z.string() })),
  ];
  const paths: ZodOpenApiPathsObject = {};
  for (const { path, name, schema, mediaType } of files) {
    const inside = {
      ...(path.includes('{id}') ? { id: ResultId } : {}),
      ...(path.includes('{code}') ? { code: UnitCode } : {}),
    };
    const responses = { 200: { description: fileWords[name], content: { [mediaType]: { schema } } } };
    const capital = name.charAt(0).toUpperCase() + name.slice(1);
    const ofNewest = Object.keys(inside).length > 0 ? { path: z.object(inside) } : {};
    paths[`/api/v1/results/${path}`] = operation('files', `newest${capital}`, fileWords[name], {
      ...ofNewest,
      responses,
    });
    paths[`/api/v1/editions/{edition}/${path}`] = operation('files', `edition${capital}`, fileWords[name], {
      path: z.object({ edition, ...inside }),
      responses,
    });
  }
  return paths;
}

function limitsInWords(): string {
  const { file, list, feed, search, megabyte } = requestCosts;
  return `**Limits.** ${rateLimit.points} points in ${rateLimit.seconds} seconds for an IPv4 address or an IPv6 /64 network. A file costs ${file}, \`304\`
and \`404\` too; editions.json and keys ${list}; the feed ${feed}; a search ${search}; every whole megabyte sent ${megabyte} more. \`RateLimit-Remaining\` and
\`RateLimit-Reset\` stand in every answer; beyond the limit it is \`429\` with \`Retry-After\`.`;
}
