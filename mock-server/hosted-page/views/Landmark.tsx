import type { ComponentChildren } from 'preact';
import type { PageState } from '../state/PageState.ts';
import type { FirstTexts } from '../texts/Texts.ts';

/** The main part of the page. Inside a merchant's page it is no landmark, and keeps header and footer from being any. */
export const Landmark = ({
  state,
  columns,
  children,
}: {
  state: PageState;
  columns?: boolean;
  children: ComponentChildren;
}) => {
  const Tag = state.surface === 'page' ? 'main' : 'section';
  return <Tag class={columns ? 'co two' : 'co'}>{children}</Tag>;
};

/** Below everything. */
export const LandmarkFooter = ({ texts }: { texts: FirstTexts }) => (
  <footer class="foot">{texts.poweredBy}</footer>
);
