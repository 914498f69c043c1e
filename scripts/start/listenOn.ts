/** How long a server may take from its start to its first answer. */
const deadlineMs = 10_000;

interface Listening {
  /** The environment variable that chooses the port. */
  readonly variable: string;
  readonly port: number;
  /** What the port is for, as a sentence names it. */
  readonly what: string;
  readonly listen: () => Promise<string>;
}

/** Whether the system said so, to this server or to the one that it starts. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as NodeJS.ErrnoException).code === 'EADDRINUSE' || isTaken(error.cause));

/** Starts a server, waits until it answers, and returns its origin. */
export async function listenOn({ variable, port, what, listen }: Listening): Promise<string> {
  const origin = await listen().catch((error: unknown) => {
    if (!isTaken(error)) throw error;
    const free = `${variable}=${String(port + 1000)} npm start`;
    throw new Error(
      `Failed to start ${what}: port ${String(port)} is taken. Choose another one: ${free}`,
    );
  });
  const signal = AbortSignal.timeout(deadlineMs);
  await fetch(origin, { signal, redirect: 'manual' }).catch((error: unknown) => {
    throw new Error(`Failed to start ${what}: ${origin} does not answer.`, { cause: error });
  });
  return origin;
}
