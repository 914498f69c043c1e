import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { fixedField } from '../../schemas/fields.ts';
import { problemSchema } from '../../schemas/problem.ts';
import { problemTitles, problemType } from '../responses/problemResponse.ts';
import type { OperationDocument, Route } from '../Route.ts';

/** Ways to be let in; each begins with what it is shown as. */
const access = {
  secret_key: 'A secret key, sk_… or st_…. For the merchant’s server only.',
  secure_token: 'The secure_token of a checkout session. For its hosted page.',
  control_token: 'What the server was started with as --control-token, if it was.',
} as const;

const tags = {
  secure_token: { name: 'browser', description: 'What the hosted page of one session asks.' },
  control_token: { name: 'control', description: 'What a test does to an account.' },
} as const;

const pathParameters = {
  account_id: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .meta({ description: 'Any will do; each is a world of its own.', examples: ['acc_dev_demo'] }),
  id: z.string(),
};

const idempotencyKey = z.string().min(1).max(255).optional().meta({
  description: 'The same key and body are answered with the first answer again, for 24 hours.',
});

interface Documented {
  readonly route: Route;
  readonly document: OperationDocument;
}

const isSent = ({ method }: Route): boolean => method === 'POST' || method === 'PATCH';

function parametersOf({ route, document }: Documented) {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const path = names.map((name) => {
    const known = Object.entries(pathParameters).find(([key]) => key === name);
    return [name, known?.[1] ?? z.string()] as const;
  });
  return {
    path: z.object(Object.fromEntries(path)),
    ...(document.query instanceof z.ZodObject && { query: document.query }),
    ...(route.method === 'POST' && { header: z.object({ 'Idempotency-Key': idempotencyKey }) }),
  };
}

/** What an operation may refuse with: some come with its path, its method and who may call it. */
function refusalsOf({ route, document }: Documented): number[] {
  const statuses = new Set([400, 401, 403, ...(document.refusals ?? [])]);
  if (route.path.includes('/:')) statuses.add(404);
  if (route.method === 'POST') statuses.add(409);
  if (isSent(route)) for (const status of [413, 415, 422]) statuses.add(status);
  return [...statuses].sort((a, b) => a - b);
}

type Refuse = (title: string, description?: string) => ZodOpenApiResponseObject;

/** Each refusal is said once, and referred to by everything that may refuse so. */
function createRefusals(): Refuse {
  const known = new Map<string, ZodOpenApiResponseObject>();
  return (title, description = title) => {
    const content = { [problemType]: { schema: problemSchema } };
    const id = title.replaceAll(' ', '');
    const response = known.get(id) ?? { id, description, content };
    known.set(id, response);
    return response;
  };
}

function responsesOf(documented: Documented, refuse: Refuse) {
  const { answer } = documented.document;
  const schema = answer.schema?.();
  const { type = 'application/json' } = answer;
  const refusals = refusalsOf(documented).map((status) => [
    String(status),
    refuse(problemTitles[status] ?? 'Refused'),
  ]);
  return {
    ...(Object.fromEntries(refusals) as Record<'400', ZodOpenApiResponseObject>),
    [String(answer.status) as '200']: {
      description: 'Done',
      ...(schema && { content: { [type]: { schema } } }),
    },
    default: refuse('Failed', 'A fault of the server, or one that a test asked for'),
  };
}

/** `createPrice` of "Create a price". */
function operationId(summary: string): string {
  const words = summary.split(/[^A-Za-z0-9]+/).filter((word) => !/^(an?|the)$/.test(word));
  const [first = '', ...others] = words;
  const rest = others.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return first.toLowerCase() + rest.join('');
}

function tagOf({ route, document }: Documented): { name: string; description: string } {
  if (document.access !== 'secret_key') return tags[document.access];
  const name = /^\/api\/:account_id\/([\w-]+)/.exec(route.path)?.[1] ?? 'api';
  return { name, description: `The ${name.replaceAll('-', ' ')} of an account.` };
}

function operationOf(documented: Documented, refuse: Refuse): ZodOpenApiOperationObject {
  const { summary, access: needed, body } = documented.document;
  return {
    summary,
    operationId: operationId(summary),
    tags: [tagOf(documented).name],
    // A server without a control token asks for none.
    security: needed === 'control_token' ? [{}, { [needed]: [] }] : [{ [needed]: [] }],
    requestParams: parametersOf(documented),
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: responsesOf(documented, refuse),
  };
}

function documentedOf(routes: readonly Route[]): Documented[] {
  return routes.flatMap((route) => {
    const document = route.document?.();
    return document ? [{ route, document }] : [];
  });
}

/** Says of a whole number only the bounds that it has, and not those of every number in JavaScript. */
const withoutBounds: ZodOpenApiOverride = ({ jsonSchema }) => {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
};

/** A generated client would insist on each member of a body that has a default: what it is stands in words. */
const withoutDefault: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  const { default: value, description } = jsonSchema;
  if (io !== 'input' || value === undefined) return;
  delete jsonSchema.default;
  if (value === null || typeof value === 'object') return;
  jsonSchema.description = `${description ?? ''} ${JSON.stringify(value)} when left out.`.trim();
};

/** What a PATCH may not name is no member of it, like anything else that is not there. */
const withoutFixed: ZodOpenApiOverride = ({ zodSchema, jsonSchema }) => {
  if (!(zodSchema instanceof z.ZodObject) || !jsonSchema.properties) return;
  const { shape } = zodSchema;
  const changing = Object.entries(jsonSchema.properties).filter(
    ([name]) => shape[name] !== fixedField,
  );
  jsonSchema.properties = Object.fromEntries(changing);
};

const about = {
  title: 'PaymentKit, as its mock server answers it',
  description: 'For development and tests: no money moves and no real card is taken.',
  license: { name: 'MIT', identifier: 'MIT' },
  version: '0.1.0',
};

/** The document of every operation that says what it takes and answers. */
export function createOpenApi(routes: readonly Route[], origin: string) {
  const operations = documentedOf(routes);
  const refuse = createRefusals();
  const paths: ZodOpenApiPathsObject = {};
  for (const documented of operations) {
    const path = documented.route.path.replaceAll(/:(\w+)/g, '{$1}');
    const method = documented.route.method.toLowerCase();
    paths[path] = { ...paths[path], [method]: operationOf(documented, refuse) };
  }
  const schemes = Object.entries(access).map(
    ([name, description]) => [name, { type: 'http', scheme: 'bearer', description }] as const,
  );
  return createDocument(
    {
      openapi: '3.1.1',
      info: about,
      servers: [{ url: origin }],
      tags: [...new Map(operations.map(tagOf).map((tag) => [tag.name, tag])).values()],
      components: { securitySchemes: Object.fromEntries(schemes) },
      paths,
    },
    {
      override(context) {
        for (const change of [withoutBounds, withoutDefault, withoutFixed]) change(context);
      },
    },
  );
}
