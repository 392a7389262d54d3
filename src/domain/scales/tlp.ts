/** The Traffic Light Protocol 2.0 (FIRST): labels, and the colour each is written in, on black. */
export const tlp = [
  { value: 'red', label: 'TLP:RED', colour: '#FF2B2B', meaning: 'For the named recipients only.' },
  {
    value: 'amber+strict',
    label: 'TLP:AMBER+STRICT',
    colour: '#FFC000',
    meaning: 'For those who need to know within the recipient’s organisation.',
  },
  {
    value: 'amber',
    label: 'TLP:AMBER',
    colour: '#FFC000',
    meaning: 'For those who need to know within the recipient’s organisation and its clients.',
  },
  { value: 'green', label: 'TLP:GREEN', colour: '#33FF00', meaning: 'For the wider community.' },
  { value: 'clear', label: 'TLP:CLEAR', colour: '#FFFFFF', meaning: 'No limit on disclosure.' },
] as const;
