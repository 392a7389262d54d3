import { createLucideIcon } from 'lucide-react';

/**
 * A circle of eight dashes, as Lucide's CircleDashed, whose eight paths are the costliest thing in a row of a table: this is
 * one circle. The lengths of dash and gap are in units of its box of 24; one dash is in the middle of each side.
 */
export const DashedCircle = createLucideIcon({
  name: 'dashed-circle',
  size: 24,
  node: [
    [
      'circle',
      {
        cx: '12',
        cy: '12',
        r: '10',
        strokeDasharray: '3.83 4.024',
        strokeDashoffset: '1.915',
        key: 'dashes',
      },
    ],
  ],
});
