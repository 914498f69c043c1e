import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDashboard } from '../useDashboard.ts';
import { Icon } from './Icon.tsx';

interface ScreenProps {
  /** For the window, and for the heading where nothing else is given for that. */
  readonly title: string;
  readonly heading?: ComponentChildren;
  readonly crumb?: { readonly href: string; readonly text: string };
  readonly actions?: ComponentChildren;
  readonly below?: ComponentChildren;
  /** Boxes stand in for the heading and what is below it. */
  readonly waiting?: boolean;
  readonly children: ComponentChildren;
}

/** Read out, and a box where the name will be. */
const WaitingName = ({ title }: { title: string }) => (
  <>
    <span class="sr">{title}</span>
    <span class="sk" />
  </>
);

/** Who comes to a screen by a link starts reading at its name. */
const Name = ({ children }: { children: ComponentChildren }) => {
  const { router } = useDashboard();
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (router.moved()) name.current?.focus();
  }, [router]);
  return (
    <h1 ref={name} tabIndex={-1} class="acts">
      {children}
    </h1>
  );
};

const WaitingBelow = () => (
  <p class="small">
    <span class="sk wide" />
  </p>
);

/** A screen: its way back, its name and what can be done. */
export const Screen = (props: ScreenProps) => {
  const { title, heading = title, crumb, actions, below, waiting = false, children } = props;
  const { accountId } = useDashboard();
  useEffect(() => {
    document.title = `${title} · ${accountId} · PaymentKit mock server`;
  }, [title, accountId]);
  return (
    <section class="stack">
      <div class="head">
        {crumb && (
          <a class="crumb" href={crumb.href}>
            <Icon name="back" />
            {crumb.text}
          </a>
        )}
        <div class="top">
          <Name>{waiting ? <WaitingName title={title} /> : heading}</Name>
          {actions && <div class="acts">{actions}</div>}
        </div>
        {waiting ? <WaitingBelow /> : below}
      </div>
      {children}
    </section>
  );
};
