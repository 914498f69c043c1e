import { sentenceOfPage, type PageChanges, type PageState } from '../../state/PageState.ts';
import type { TextKey } from '../../texts/Texts.ts';

/**
 * The field that is wrong takes the focus, and is read out with what is wrong. One that has it already is not read out
 * again: then the page says it. Ask before the screen changes.
 */
export const errorFocus = (
  state: PageState,
  id: string,
  error: TextKey | undefined,
): Pick<PageChanges, 'focus' | 'announcement'> => {
  const stays = error !== undefined && document.activeElement?.id === id;
  const sentence = stays ? sentenceOfPage(state, error) : '';
  // The same words again are read out only if they differ.
  const again = sentence !== '' && sentence === state.announcement;
  return { focus: { id }, announcement: again ? `${sentence}\u00a0` : sentence };
};
