/** A kit as the shop shows it. What it costs is for the server to say when it is ordered. */
export interface Kit {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly price: string;
}

export const kits: readonly Kit[] = [
  {
    id: 'premium-kit',
    name: 'Premium print kit',
    about: 'Type, ink, rollers and a small press that fits on a kitchen table.',
    price: '$49.00',
  },
  {
    id: 'standard-kit',
    name: 'Standard print kit',
    about: 'Type, ink and rollers for a press that you have.',
    price: '$19.00',
  },
  {
    id: 'basic-kit',
    name: 'Basic print kit',
    about: 'Ink and paper for fifty sheets more.',
    price: '$9.00',
  },
];
