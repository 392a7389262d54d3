import type { ReactNode } from 'react';
import { type GradeBadge, gradeBadge } from '../../../../domain/analysis/attribution.ts';
import type { Claim, Hop } from '../../../../domain/records/claim/record.ts';
import { manners, termOf } from '../../../../domain/records/vocabulary.ts';
import { gradeOf } from '../../../../domain/scales/registry.ts';
import { type Verdict, verdict as verdictScale } from '../../../../domain/scales/verdict.ts';
import type { TagId } from '../../../../domain/records/tag/record.ts';
import { type ReportProps, anchors, sourceName, sourceNumber } from './report.ts';

/** Words of the case within a sentence of the report: their direction is their own and ends with them. */
export function Words({ children }: { readonly children: string }): ReactNode {
  return <bdi>{children}</bdi>;
}

/** A text of the case on its own, in paragraphs as it was typed; nothing if it is empty. */
export function Prose({ children }: { readonly children: string }): ReactNode {
  if (children.trim() === '') return null;
  return (
    <p className="prose" dir="auto">
      {children}
    </p>
  );
}

/** A link to a part of the report, or the bare words where the report does not show it. */
export function Jump(props: {
  readonly to: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  if (props.to === null) return <span className={props.className}>{props.children}</span>;
  return (
    <a href={`#${props.to}`} className={props.className}>
      {props.children}
    </a>
  );
}

/** The grade of a claim, letter and digit together; a dash stands for what was never rated. */
export function Badge({ report, claim }: ReportProps & { readonly claim: Claim }): ReactNode {
  return <GradePair grade={gradeBadge(report.request.view, claim)} />;
}

/** A letter and digit of the Admiralty code in one frame. */
export function GradePair({ grade }: { readonly grade: GradeBadge }): ReactNode {
  const { reliability, credibility } = grade;
  const letter = reliability === null ? 'not rated' : reliabilityLabel(reliability);
  const digit =
    credibility === null
      ? 'not rated'
      : (gradeOf('admiralty-credibility', credibility)?.label ?? credibility);
  const words = `Reliability of the origin: ${letter}. Credibility: ${digit}.`;
  return (
    <span
      className={`badge letter-${reliability ?? 'none'}`}
      role="img"
      aria-label={words}
      title={words}
    >
      <span className={reliability === null ? 'unrated' : 'letter'}>{reliability ?? '–'}</span>
      <span className={credibility === null ? 'unrated' : undefined}>{credibility ?? '–'}</span>
    </span>
  );
}

/** A letter of the Admiralty code alone, as a source has it. */
export function Letter({ value }: { readonly value: string | null }): ReactNode {
  const words = value === null ? 'not rated' : reliabilityLabel(value);
  return (
    <span
      className={`badge letter-${value ?? 'none'}`}
      role="img"
      aria-label={`${value ?? ''} ${words}`.trim()}
      title={words}
    >
      <span className={value === null ? 'unrated' : 'letter'}>{value ?? '–'}</span>
    </span>
  );
}

function reliabilityLabel(value: string): string {
  return gradeOf('admiralty-reliability', value)?.label ?? value;
}

const verdictShapes: Readonly<Record<Verdict, string>> = {
  open: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10',
  supported: 'M3 8.5l3.5 3.5L13 4.5',
  refuted: 'M4 4l8 8M12 4l-8 8',
  unverifiable: 'M8 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10M5 8h6',
};

/** A verdict as a sign and a word, so that it does not hang on colour. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const grade = verdictScale.grades.find(({ value }) => value === verdict);
  return (
    <span className={`verdict ${verdict}`}>
      <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true">
        <path d={verdictShapes[verdict]} />
      </svg>
      {grade?.label}
    </span>
  );
}

/** The chain of an attribution from the publisher down to the origin, each source a link to its endnote. */
export function Chain(
  props: ReportProps & {
    readonly claim: Claim;
    /** Whether to add the words of the document that name each source. */
    readonly quoted?: boolean;
  },
): ReactNode {
  const { report, claim, quoted = false } = props;
  if (claim.attribution.length === 0) return <span className="muted">Nobody is named.</span>;
  return (
    <ol className="chain" role="list">
      {claim.attribution.map((hop, index) => (
        <li key={index}>
          <span className="muted">{sourceNumber(report, hop.source)}</span>{' '}
          <Jump to={anchors.source(report, hop.source)}>
            <Words>{sourceName(report, hop.source)}</Words>
          </Jump>{' '}
          <span className="muted">
            ({termOf(manners, hop.manner).label.toLowerCase()}
            {quoted && <NamingWords hop={hop} />})
          </span>
        </li>
      ))}
    </ol>
  );
}

function NamingWords({ hop }: { readonly hop: Hop }): ReactNode {
  if (hop.anchor === null) return null;
  return (
    <>
      ; <Quote>{hop.anchor.exact}</Quote>
    </>
  );
}

/** Words of a document, in quotation marks. */
export function Quote({ children }: { readonly children: string }): ReactNode {
  return (
    <q>
      <Words>{children}</Words>
    </q>
  );
}

/** The tags on a record, each a link to its definition; nothing if there are none. */
export function Tags({
  report,
  tags,
}: ReportProps & { readonly tags: readonly TagId[] }): ReactNode {
  if (tags.length === 0) return null;
  return (
    <ul className="tags" role="list" aria-label="Tags">
      {tags.map((id) => {
        const tag = report.request.view.get(id);
        if (tag === undefined) return null;
        return (
          <li key={id} className={`tag hue-${tag.colour}`}>
            <Jump to={anchors.tag(report, id)}>
              <Words>{tag.name}</Words>
            </Jump>
          </li>
        );
      })}
    </ul>
  );
}
