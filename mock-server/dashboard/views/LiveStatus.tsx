import { useEffect, useState } from 'preact/hooks';
import { useDashboard } from '../useDashboard.ts';
import { Chip } from './Chip.tsx';

const words = {
  connecting: ['', 'Connecting…'],
  live: ['good', 'Live'],
  reconnecting: ['warn', 'Reconnecting…'],
} as const;

/** Whether what is shown follows the server as it changes. */
export const LiveStatus = () => {
  const { live } = useDashboard();
  const [status, setStatus] = useState(live.status());
  useEffect(() => {
    const read = (): void => {
      setStatus(live.status());
    };
    read();
    return live.onStatus(read);
  }, [live]);
  const [tone, text] = words[status];
  return (
    <span class="status" role="status" aria-label="Connection to the server">
      <Chip tone={tone} text={text} />
    </span>
  );
};
