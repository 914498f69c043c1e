import { CodeBlock } from '../views/CodeBlock.tsx';

/** How a receiver knows that a message is genuine. */
export const SignatureCard = () => (
  <div class="card">
    <header>
      <h2>Signature</h2>
    </header>
    <div class="pad">
      <p class="small muted">
        HMAC-SHA256 of the raw body, in hex, with the endpoint’s secret. Check it before you read
        the body.
      </p>
      <CodeBlock
        text={'await verifyWebhook(\n  rawBody, headers, [secret]\n)'}
        label="Example"
        look="code-in"
      />
    </div>
  </div>
);
