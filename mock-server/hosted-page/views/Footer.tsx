import type { Texts } from '../texts/Texts.ts';

export const Footer = ({ texts }: { texts: Texts }) => (
  <footer class="foot">
    <span>{texts.poweredBy}</span>
  </footer>
);
