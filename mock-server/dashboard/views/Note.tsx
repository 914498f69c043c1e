import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

/** What went wrong, or is to be known, above what it concerns. */
export const Note = ({ bad = false, children }: { bad?: boolean; children: ComponentChildren }) => (
  <div class={bad ? 'note bad' : 'note'} role={bad ? 'alert' : undefined}>
    <Icon name="alert" />
    <div>{children}</div>
  </div>
);
