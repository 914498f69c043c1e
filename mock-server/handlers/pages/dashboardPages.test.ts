import { expect, test } from 'vitest';
import { createMockServer } from '../../createMockServer.ts';

async function ask(path: string, session?: (id: string) => string): Promise<Response> {
  const server = createMockServer();
  const origin = await server.listen();
  try {
    const made = await fetch(`${origin}/api/acc_dash/checkout-sessions`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_x', 'content-type': 'application/json' },
      body: JSON.stringify({ success_url: 'https://a.example', return_url: 'https://a.example' }),
    });
    const { id } = (await made.json()) as { id: string };
    return await fetch(`${origin}${path}${session?.(id) ?? ''}`, { redirect: 'manual' });
  } finally {
    await server.close();
  }
}

test('nobody can frame the dashboard, load it from elsewhere or put scripts into it', async () => {
  const { status, headers } = await ask('/dashboard/acc_dash/checkout-sessions');
  expect(status).toBe(200);
  const policy = headers.get('content-security-policy');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
});

test('who knows a session and not its account is shown the way to its details', async () => {
  const found = await ask('/dashboard?session=', (id) => id);
  expect(found.status).toBe(303);
  expect(found.headers.get('location')).toMatch(
    /^\/dashboard\/acc_dash\/checkout-sessions\/cs_dev_\w{16}$/,
  );
  expect((await ask('/dashboard?session=cs_nobody')).status).toBe(200);
});

test.each(['/dashboard/not%20an%20id', '/dashboard-assets/nothing.js'])(
  '%s is not found',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);
