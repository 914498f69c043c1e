import { z } from 'zod';
import { customFieldValuesSchema } from '../schemas/checkoutSession.ts';
import type { Dated } from '../store/records/Dated.ts';
import type { Resource } from './Resource.ts';

const titleOf = (object: string): string =>
  object.replaceAll(/(?:^|_)(.)/g, (_, first: string) => first.toUpperCase());

/** Everything that an answer with one record of a resource holds. */
export function answerSchema<R extends Dated, S extends z.ZodRawShape, C, U>(
  resource: Resource<R, S, C, U>,
) {
  return z
    .strictObject({
      id: z.string(),
      object: z.literal(resource.object),
      account_id: z.string(),
      livemode: z.literal(false),
      ...resource.shape,
      created_at: z.iso.datetime(),
      updated_at: z.iso.datetime(),
      ...(resource.customFields && { custom_fields: customFieldValuesSchema.optional() }),
    })
    .meta({ id: titleOf(resource.object) });
}

/** Gives each resource one schema, whoever asks: in a document the same name must stand for the same thing. */
export type AnswerSchemaOf = <R extends Dated, S extends z.ZodRawShape, C, U>(
  resource: Resource<R, S, C, U>,
) => z.ZodType;

export function createAnswerSchemas(): AnswerSchemaOf {
  const known = new Map<string, z.ZodType>();
  return (resource) => {
    const schema = known.get(resource.path) ?? answerSchema(resource);
    known.set(resource.path, schema);
    return schema;
  };
}
