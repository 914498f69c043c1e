import { useDashboard } from '../useDashboard.ts';
import { CodeBlock } from '../views/CodeBlock.tsx';
import { CopyButton } from '../views/CopyButton.tsx';

const request = (origin: string, accountId: string): string =>
  `curl -X POST ${origin}/api/${accountId}/checkout-sessions \\
  -H "Authorization: Bearer sk_test_mock" \\
  -H "Content-Type: application/json" \\
  -d '{"line_items":[{"price_id":"price_xyz","quantity":1}],
       "success_url":"http://localhost:3000/success",
       "return_url":"http://localhost:3000/cart"}'`;

/** What a session is, and a request to try. */
export const NoSessions = () => {
  const { accountId } = useDashboard();
  const text = request(location.origin, accountId);
  return (
    <div class="card empty">
      <div>
        <h2>No checkout sessions yet</h2>
        <p class="muted">
          A session is one shopper’s order, with a page to pay for it. Create one here, or with the
          API:
        </p>
      </div>
      <CodeBlock text={text} label="Example request" />
      <CopyButton text={text} what="request" />
    </div>
  );
};
