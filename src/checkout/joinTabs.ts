import { hearTabs } from '../session/hearTabs.ts';
import { isOver, look, type Run } from './Run.ts';

/** Lets what other pages say of this session be a reason to read it, and gives the run its way to tell them. */
export function joinTabs(run: Run, id: string): void {
  run.tellTabs ??= hearTabs(run.platform, id, run.life.signal, () => {
    if (!isOver(run)) look(run);
  });
}
