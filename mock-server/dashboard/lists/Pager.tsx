import type { Page } from '../api/Page.ts';
import { formatCount } from '../format/formatCount.ts';
import { withQuery } from '../route/Place.ts';
import { useDashboard } from '../useDashboard.ts';

export const pageSize = 20;

/** Where in a list one is, and the way to its other parts. */
export const Pager = ({ page }: { page: Pick<Page<unknown>, 'data' | 'offset' | 'total'> }) => {
  const { place, router } = useDashboard();
  const { data, offset, total } = page;
  const last = offset + data.length;
  const path = router.address().split('?')[0] ?? '';
  const number = Math.floor(offset / pageSize) + 1;
  const step = (to: number, possible: boolean, text: string) =>
    possible ? (
      <a
        class="btn"
        href={withQuery(path, place.query, { page: to === 1 ? '' : String(to) })}
        aria-label={`${text} page`}
      >
        {text}
      </a>
    ) : (
      // Who comes to the end by pressing it keeps the focus there: without an address it could not be focused.
      <a class="btn" role="link" tabIndex={-1} aria-disabled="true" aria-label={`${text} page`}>
        {text}
      </a>
    );
  return (
    <div class="more small muted">
      <span class="num" role="status">
        {data.length === 0 ? 'None' : `${formatCount(offset + 1)}–${formatCount(last)}`} of{' '}
        {formatCount(total)}
      </span>
      {total > pageSize && (
        <span class="acts">
          {step(number - 1, number > 1, 'Previous')}
          {step(number + 1, last < total, 'Next')}
        </span>
      )}
    </div>
  );
};
