import { z } from 'zod';
import { openApiDocument } from './document.ts';

/** As much of a schema as is drawn. */
const Schema = z.object({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  description: z.string().default(''),
  enum: z.array(z.string()).optional(),
  get anyOf() {
    return z.array(Schema).optional();
  },
  get items() {
    return Schema.optional();
  },
  get properties() {
    return z.record(z.string(), Schema).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), Schema]).optional();
  },
});
type Schema = z.infer<typeof Schema>;
const Media = z.object({ schema: Schema, example: z.unknown().optional() });
const Drawn = z.object({
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string(),
        summary: z.string(),
        tags: z.array(z.string()),
        parameters: z
          .array(z.object({ in: z.string(), name: z.string(), description: z.string().optional(), schema: Schema }))
          .default([]),
        responses: z.record(
          z.string(),
          z.object({ description: z.string(), content: z.record(z.string(), Media).default({}) }),
        ),
      }),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});
const drawn = Drawn.parse(openApiDocument);

export interface ParameterPart {
  name: string;
  description: string;
}

export interface OperationPart {
  id: string;
  path: string;
  tag: string;
  summary: string;
  parameters: ParameterPart[];
  mediaType: string;
  /** Name of the answer's schema, where it has one. */
  schema: string | null;
  example: unknown;
}

export interface SchemaPart {
  name: string;
  fields: { name: string; type: string; description: string }[];
}

export interface ErrorPart {
  status: string;
  description: string;
  example: unknown;
}

/** Every address that answers GET, in the document's order. */
export function listOperations(): OperationPart[] {
  return Object.entries(drawn.paths).map(([path, { get: operation }]) => {
    const [answer] = Object.entries(operation.responses[200]?.content ?? {});
    const [mediaType = '', media] = answer ?? [];
    return {
      id: operation.operationId,
      path,
      tag: operation.tags[0] ?? '',
      summary: operation.summary,
      parameters: operation.parameters
        .filter((parameter) => parameter.in === 'query')
        .map(({ name, description, schema }) => ({ name, description: description ?? (schema.enum ?? []).join(', ') })),
      mediaType,
      schema: media ? nameOf(media.schema) : null,
      example: media?.example,
    };
  });
}

/** The errors that every address may answer with, and those of parameters. */
export function listErrors(): ErrorPart[] {
  const responses = drawn.paths['/api/v1/editions.json']?.get.responses ?? {};
  return Object.entries(responses)
    .filter(([status]) => status !== '200')
    .map(([status, { description, content }]) => ({
      status,
      description,
      example: content['application/json']?.example,
    }));
}

/** Every named schema with its fields. */
export function listSchemas(): SchemaPart[] {
  return Object.entries(drawn.components.schemas).map(([name, { properties }]) => ({
    name,
    fields: Object.entries(properties ?? {}).map(([field, property]) => ({
      name: field,
      type: typeOf(property),
      description: property.description,
    })),
  }));
}

function nameOf({ $ref }: Schema): string | null {
  return $ref?.split('/').at(-1) ?? null;
}

/** A schema in a few words: `integer | null`, `ContestBrief[]`, `"removed" | "deceased"`. */
function typeOf(schema: Schema): string {
  const { anyOf, items, properties, additionalProperties } = schema;
  if (anyOf) return anyOf.map(typeOf).join(' | ');
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (items) return arrayOf(typeOf(items));
  if (typeof additionalProperties === 'object') return `{ [id]: ${typeOf(additionalProperties)} }`;
  if (properties) {
    const fields = Object.entries(properties).map(([field, property]) => `${field}: ${typeOf(property)}`);
    return `{ ${fields.join(', ')} }`;
  }
  return nameOf(schema) ?? schema.format ?? [schema.type ?? []].flat().join(' | ');
}

function arrayOf(type: string): string {
  return type.includes(' | ') ? `(${type})[]` : `${type}[]`;
}
