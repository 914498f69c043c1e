import { useEffect, useState } from 'preact/hooks';

export type CopyState = 'idle' | 'copied' | 'failed';

const shownFor = 2000;

/** Copies a text and says for two seconds how that went; no longer once it is another text. */
export const useCopy = (text: string): readonly [CopyState, () => void] => {
  const [result, setResult] = useState<{ readonly text: string; readonly state: CopyState }>();
  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => {
      setResult(undefined);
    }, shownFor);
    return () => {
      clearTimeout(timer);
    };
  }, [result]);
  const copy = (): void => {
    // Outside of a secure context, on another machine of the network, there is no clipboard: then it throws.
    const copied = async (): Promise<void> => navigator.clipboard.writeText(text);
    copied().then(
      () => {
        setResult({ text, state: 'copied' });
      },
      () => {
        setResult({ text, state: 'failed' });
      },
    );
  };
  return [result?.text === text ? result.state : 'idle', copy];
};
