import type { ComponentChildren } from 'preact';
import { Landmark, LandmarkFooter } from './Landmark.tsx';
import { OrderColumn } from './order/OrderColumn.tsx';
import type { SessionView } from './View.ts';

/** The order beside what the shopper does about it: one column, on a wide page two. */
export const CheckoutView = ({
  children,
  ...view
}: SessionView & { children: ComponentChildren }) => (
  <Landmark state={view.state} columns>
    <OrderColumn {...view} />
    <div class="col pay">{children}</div>
    <LandmarkFooter texts={view.state.texts} />
  </Landmark>
);
