import { curlOf } from '../format/curlOf.ts';
import { CodeBlock } from '../views/CodeBlock.tsx';
import { CopyButton } from '../views/CopyButton.tsx';

const headers = {
  Authorization: 'Bearer sk_test_mock',
  'Content-Type': 'application/json',
};

/** The request that the form stands for, as it is being filled in. */
export const RequestPreview = ({ accountId, body }: { accountId: string; body: unknown }) => {
  const json = JSON.stringify(body, null, 2);
  const url = `${location.origin}/api/${accountId}/checkout-sessions`;
  return (
    <div class="card">
      <header>
        <h2>The same with the API</h2>
        <CopyButton
          text={curlOf(url, headers, json)}
          what="request as curl"
          look="btn quiet bare"
          short
        />
      </header>
      <CodeBlock text={`POST …/checkout-sessions\n${json}`} label="Request" />
    </div>
  );
};
