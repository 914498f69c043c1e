import { useState } from 'preact/hooks';
import type { CheckoutSession } from '../../schemas/checkoutSession.ts';
import { CodeBlock } from '../views/CodeBlock.tsx';
import { CopyButton } from '../views/CopyButton.tsx';
import { snippets } from './snippets.ts';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

const Tabs = ({
  names,
  chosen,
  onChoose,
}: {
  names: readonly string[];
  chosen: number;
  onChoose: (index: number) => void;
}) => {
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    const next = (chosen + step + names.length) % names.length;
    onChoose(next);
    document.getElementById(`code-tab-${String(next)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label="How you have PaymentKit.js" onKeyDown={move}>
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`code-tab-${String(index)}`}
          aria-selected={index === chosen}
          aria-controls="code-panel"
          tabIndex={index === chosen ? 0 : -1}
          onClick={() => {
            onChoose(index);
          }}
        >
          {name}
        </button>
      ))}
    </div>
  );
};

/** Code to paste into a page, with this session in it. */
export const CodeCard = ({ session }: { session: CheckoutSession }) => {
  const ways = snippets(session, __VERSION__);
  const [chosen, setChosen] = useState(0);
  const [name, code] = ways[chosen] ?? ['', ''];
  return (
    <div class="card">
      <header>
        <h2>Code</h2>
        <CopyButton text={code} what="code" />
      </header>
      <div class="pad">
        <Tabs names={ways.map(([way]) => way)} chosen={chosen} onChoose={setChosen} />
        <div role="tabpanel" id="code-panel" aria-labelledby={`code-tab-${String(chosen)}`}>
          <CodeBlock text={code} label={name} look="code-in" />
        </div>
      </div>
    </div>
  );
};
