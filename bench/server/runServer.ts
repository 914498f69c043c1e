import { parseArgs } from 'node:util';
import { createMockServer } from 'paymentkit-mock-server';

/** The mock server as its command runs it, and nothing of the command. */
const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
await createMockServer().listen({ port: Number(values.port) });
