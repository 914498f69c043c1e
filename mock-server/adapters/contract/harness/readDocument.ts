import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';
import { jsonSchema, type JsonSchema } from './arbitraryOf.ts';

const contentSchema = z.record(z.string(), z.object({ schema: jsonSchema.optional() }));

const responseSchema = z.object({ content: contentSchema.optional() });

const operationSchema = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(z.object({ in: z.string(), name: z.string(), schema: jsonSchema }))
    .default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.union([z.object({ $ref: z.string() }), responseSchema])),
});

const documentSchema = z.object({
  info: z.object({ version: z.string() }),
  components: z.object({
    schemas: z.record(z.string(), jsonSchema),
    responses: z.record(z.string(), responseSchema),
  }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

const nameIn = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** A schema with what its references name in their place. None refers to itself. */
function resolve(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const text = JSON.stringify(schema, (_key, value: unknown) => {
    const ref = z.object({ $ref: z.string() }).safeParse(value);
    return ref.success ? schemas[nameIn(ref.data.$ref)] : value;
  });
  return jsonSchema.parse(JSON.parse(text));
}

/** Says what is wrong with a value; nothing when it is as the schema says. Each schema is compiled once. */
function createCheck(): (schema: JsonSchema, value: unknown) => string {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const compiled = new Map<JsonSchema, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema) ?? ajv.compile(schema);
    compiled.set(schema, validate);
    return validate(value) ? '' : ajv.errorsText(validate.errors);
  };
}

const documents = new Map<string, ReturnType<typeof read>>();

/**
 * The document as a test uses it: its operations, and whether a value is as a schema says. Read once for all
 * servers: it differs in their address alone.
 */
export function readDocument(text: string): ApiDocument {
  const key = JSON.stringify({ ...z.looseObject({}).parse(JSON.parse(text)), servers: [] });
  const known = documents.get(key) ?? read(key);
  documents.set(key, known);
  return known;
}

function read(text: string) {
  const document = documentSchema.parse(JSON.parse(text));
  const { schemas, responses } = document.components;
  const known = new Map<string, JsonSchema>();
  const resolved = (schema: JsonSchema): JsonSchema => {
    const key = JSON.stringify(schema);
    const found = known.get(key) ?? resolve(schema, schemas);
    known.set(key, found);
    return found;
  };
  const answersOf = (operation: z.infer<typeof operationSchema>) =>
    Object.fromEntries(
      Object.entries(operation.responses).map(([status, response]) => {
        const said = '$ref' in response ? responses[nameIn(response.$ref)] : response;
        const content = Object.entries(said?.content ?? {}).map(
          ([type, { schema = {} }]) => [type, resolved(schema)] as const,
        );
        return [status, new Map(content)] as const;
      }),
    );
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const body = operation.requestBody?.content['application/json']?.schema;
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        access: Object.keys(operation.security.at(-1) ?? {})[0],
        query: operation.parameters.filter((parameter) => parameter.in === 'query'),
        body: body && resolved(body),
        /** By status, then by content type. */
        answers: answersOf(operation),
      };
    }),
  );
  return { version: document.info.version, operations, check: createCheck() };
}

export type ApiDocument = ReturnType<typeof read>;
export type ApiOperation = ApiDocument['operations'][number];
