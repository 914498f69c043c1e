import type { Usage } from './startServer.ts';

/** Loaded before a server's own code: tells the parent what the process has used, whenever it is asked. */
process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  const usage: Usage = {
    cpuMicroseconds: user + system,
    heapBytes: heapUsed,
    residentBytes: rss,
  };
  process.send?.(usage);
});
