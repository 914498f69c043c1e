import type { FirstTexts } from '../texts/Texts.ts';

export const Footer = ({ texts }: { texts: FirstTexts }) => (
  <footer class="foot">
    <span>{texts.poweredBy}</span>
  </footer>
);
