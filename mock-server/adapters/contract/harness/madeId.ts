import { z } from 'zod';
import { parse, type Reply } from './asProblem.ts';

/** The id of what a request has made. */
export const madeId = (reply: Reply): string => parse(z.looseObject({ id: z.string() }), reply).id;
