import type { ReactNode } from 'react';
import { GradePair } from './marks.tsx';

/** How to read the report: what its numbers, washes, lines and grades say. */
export function ReadingSection(): ReactNode {
  return (
    <section id="reading" aria-labelledby="reading-title">
      <h2 id="reading-title">How to read this report</h2>
      <div className="measure">
        <p>
          The documents stand here in full and unchanged. Highlighted words end in a number; the
          note of that number stands beside them, or below on a narrow screen. A wash of colour
          tells the tag, and a line under the words tells that a claim rests on them, and what came
          of it:
        </p>
        <ul className="samples" role="list">
          <Sample line="supported">supported</Sample>
          <Sample line="refuted">refuted</Sample>
          <Sample line="unverifiable">unverifiable</Sample>
          <Sample line="open">not concluded</Sample>
          <Sample line="unclaimed">highlighted only</Sample>
        </ul>
        <p>
          Every claim names the chain it came down, from the publisher to its origin, and carries a
          grade such as <GradePair grade={{ reliability: 'B', credibility: '2' }} />: the letter for
          its origin, the digit for the claim itself. The scales are at the end. The bold numbers
          under a claim lead back to the words it rests on.
        </p>
      </div>
    </section>
  );
}

function Sample(props: { readonly line: string; readonly children: string }): ReactNode {
  return (
    <li>
      <span className={`sample line-${props.line}`}>{props.children}</span>
    </li>
  );
}
