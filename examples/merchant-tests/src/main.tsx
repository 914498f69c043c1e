import { createRoot } from 'react-dom/client';
import { Pay } from './Pay.tsx';

const place = document.getElementById('pay');
if (!place) throw new Error('Failed to start the page: there is no place to pay in.');
createRoot(place).render(<Pay order="AP-1001" onPaid={() => undefined} />);
