import type { ComponentChildren } from 'preact';
import type { PageState } from '../state/PageState.ts';

/** The main part of the page. Inside a merchant's page it is only a part of that page's own. */
export const Landmark = ({
  state,
  columns,
  children,
}: {
  state: PageState;
  columns?: boolean;
  children: ComponentChildren;
}) => {
  const Tag = state.surface === 'page' ? 'main' : 'div';
  return <Tag class={columns ? 'co two' : 'co'}>{children}</Tag>;
};
