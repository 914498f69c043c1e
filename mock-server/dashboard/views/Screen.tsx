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
  readonly children: ComponentChildren;
}

/** A screen: its way back, its name and what can be done. Who comes to it by a link starts reading at its name. */
export const Screen = ({ title, heading, crumb, actions, below, children }: ScreenProps) => {
  const { accountId, router } = useDashboard();
  const name = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${accountId} · PaymentKit mock server`;
  }, [title, accountId]);
  useEffect(() => {
    if (router.moved()) name.current?.focus();
  }, [router]);
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
          <h1 ref={name} tabIndex={-1} class="acts">
            {heading ?? title}
          </h1>
          {actions && <div class="acts">{actions}</div>}
        </div>
        {below}
      </div>
      {children}
    </section>
  );
};
