import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Kits } from './Kits.tsx';
import { Order } from './Order.tsx';
import { Pay } from './Pay.tsx';

const app = document.querySelector('#app');
if (!app) throw new Error('The page has no place for the shop.');

createRoot(app).render(
  <StrictMode>
    <BrowserRouter basename="/react-spa">
      <Routes>
        <Route index element={<Kits />} />
        <Route path="pay/:kit" element={<Pay />} />
        <Route path="success" element={<Order />} />
      </Routes>
    </BrowserRouter>
  </StrictMode>,
);
